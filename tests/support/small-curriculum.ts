/** A small curriculum with nothing wrong in it, for tests that plant a mistake. */
export const smallCourse = `id: course-one
title: A course
summary: What it is.
learners: [mentor]
sources: [MTM-20]
sessions:
  - id: session-one
    title: First
    summary: How it begins.
    units:
      - { id: unit-one, slug: one }
`
export const smallUnit = `---
id: unit-one
title: One
summary: A small unit.
sources: [MTM-20, S4]
---

:::reading{#read-this title="Read" minutes=1}
We meet at 10:30 on a **sunny** day.
:::

::::::scenario{#wren-asks title="Wren asks" minutes=2}
:::::step{#begin}
::they[Hello.]{name=Wren}

::ask[What now?]

:::choice{#stay to=good}
Stay here.

Wren smiles.
:::

:::choice{#leave to=bad}
Leave now.

Wren looks down.
:::
:::::

:::::step{#good end="Well done"}
You sat with Wren.
:::::

:::::step{#bad end="Try again"}
You can go back.
:::::
::::::

::::check{#one-check title="Check" minutes=1}
::ask[Which one?]

:::option{#this right}
This one.

Yes, it is.
:::

:::option{#that}
That one.

Not this time.
:::
::::

:::carry-away{#take-this title="Take" minutes=1}
- Be kind.
:::
`
export const smallPractice = `::::practice{#try-it title="Try it" minutes=5 people=3}
Two try it, one watches.

:::role{#mentor name="Mentor"}
Say hello.
:::

:::role{#mentee name="Finch, 12"}
Say little.

::you[Hm.]
:::

:::observer
- They said hello.
- They waited.
- They smiled.
- They said when.
:::

:::alone
Say it to a mirror.
:::

::ask[What was hard?]
::::

`
export const smallTimetables = `timetables:
  five_session:
    - { sessions: [session-one], minutes: 20 }
  two_day:
    - { sessions: [session-one], minutes: 15 }
`
export const smallGuide = `---
session: session-one
aims:
  - They know what it is.
materials:
  - Pens
room: A circle of chairs.
safety:
  - Anybody may pass.
sources: [MTM-20]
run-sheets:
  five_session:
    - { do: hello, minutes: 5 }
    - { do: wren, minutes: 15 }
  two_day:
    - { do: wren, minutes: 15, note: Stand up for it. }
---

:::activity{#hello title="Hello" how=all}
Go round with names.
:::

::::activity{#wren title="Wren" how=threes teaches="unit-one unit-one/wren-asks"}
Read it aloud, then choose.

:::say
“What would you do?”
:::

:::look-for
- They say why.
:::

:::notes
Wait for an answer.
:::

:::answers
Staying is better.
:::
::::
`
