import { plainCategories } from './categories.ts'

/** One question of an addition: as an adult is asked it, as a young person is (nothing said: they are not asked), and what its answer is called where it is read. */
export type Question = {
  name: string; kind: 'words' | 'line' | 'day' | 'time' | 'choice' | 'tick'; read: string
  adult?: { label: string; hint?: string }; young?: { label: string; hint?: string }
  /** `young`: as a young person is offered it; without it they are not. */
  options?: readonly { value: string; label: string; young?: string }[]
}
/** What somebody can add after they have handed a concern on. `said`: as the chronology names it. */
export type Addition = { part: string; said: string; adult: string; young?: string; lead?: string; questions: readonly Question[] }

/**
 * What whoever raised a concern can add to it: each part apart, so that what was said, what was seen and what somebody thinks of it are never one text.
 * A young person is asked little, and never for what they would have to find out. Source: standards §1.3, SG-03.
 */
export const additions: readonly Addition[] = [
  {
    part: 'words', said: 'what was said, word for word', adult: 'What they said, word for word', young: 'What they said', lead: 'You do not have to ask them again.',
    questions: [{ name: 'words', kind: 'words', read: 'In the young person’s own words', adult: { label: 'What did they say?', hint: 'Their words, not yours. Leave out what you are not sure of.' }, young: { label: 'What did they say?', hint: 'Their words, if you remember them.' } }],
  },
  {
    part: 'seen', said: 'what was seen and heard', adult: 'What you saw and heard', young: 'What you saw or heard', lead: 'Only what you came across by yourself. Never look, or ask anybody to show you.',
    questions: [
      { name: 'seen', kind: 'words', read: 'What was seen and heard', adult: { label: 'What did you see and hear?', hint: 'Facts: how they looked, what they did, who was there.' }, young: { label: 'What did you see or hear?' } },
      { name: 'hasMark', kind: 'tick', read: 'A mark or an injury', young: { label: 'I saw a mark or an injury', hint: 'You do not have to look again. You can show where it was afterwards.' } },
    ],
  },
  {
    part: 'asked', said: 'what was asked', adult: 'What you asked',
    questions: [{ name: 'asked', kind: 'words', read: 'What was asked', adult: { label: 'What did you ask, and what did they answer?', hint: 'Your questions, as you put them. If you asked nothing, say so.' } }],
  },
  {
    part: 'opinion', said: 'an opinion', adult: 'What you think of it',
    questions: [{ name: 'opinion', kind: 'words', read: 'Opinion, not fact', adult: { label: 'What do you think of it, and why?', hint: 'It is kept apart from what happened, and called your opinion.' } }],
  },
  {
    part: 'happened', said: 'when and where it was', adult: 'When and where it was', young: 'When and where it was', lead: 'Leave out what you do not know.',
    questions: [
      { name: 'day', kind: 'day', read: 'When it was', adult: { label: 'Which day was it?' }, young: { label: 'Which day was it?' } },
      { name: 'time', kind: 'time', read: 'At what time', adult: { label: 'About what time?' }, young: { label: 'About what time?' } },
      { name: 'place', kind: 'line', read: 'Where it was', adult: { label: 'Where was it?', hint: 'A place, or online: which app or game.' }, young: { label: 'Where was it?', hint: 'A place, or online: which app or game.' } },
      { name: 'late', kind: 'words', read: 'Why it is written down later', adult: { label: 'If it was before today: why is it written down now?' }, young: { label: 'If it was a while ago: what made it possible to say it now?', hint: 'Only if you want to. It is never too late.' } },
    ],
  },
  {
    part: 'now', said: 'where they are now, and what was done', adult: 'Where they are now, and what was done', young: 'Where they are now',
    questions: [
      { name: 'where', kind: 'line', read: 'Where the young person is now', adult: { label: 'Where is the young person now, and with whom?' }, young: { label: 'Where are they now, if you know?' } },
      { name: 'done', kind: 'words', read: 'What was done', adult: { label: 'What was done so far?', hint: '999, first aid, a call home: by whom, at what time.' } },
      { name: 'told', kind: 'words', read: 'Who has been told', adult: { label: 'Who has been told?' }, young: { label: 'Have you told anybody else? Who?' } },
    ],
  },
  {
    part: 'wishes', said: 'what the young person wants', adult: 'What the young person wants',
    questions: [{ name: 'wishes', kind: 'words', read: 'What the young person wants', adult: { label: 'What do they want to happen, and how do they feel?', hint: 'In their own words, if you have them. Say too whether they know that you passed it on.' } }],
  },
  {
    part: 'parent', said: 'what a parent knows', adult: 'Whether a parent knows',
    questions: [
      { name: 'parentKnows', kind: 'choice', read: 'Does a parent or carer know?', adult: { label: 'Does a parent or carer know?' }, options: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'not_known', label: 'I do not know' }] },
      { name: 'parentMore', kind: 'words', read: 'Who told them, or why not', adult: { label: 'Who told them and when? If nobody did: why not?', hint: 'Do not tell them now if that could put somebody in danger: leave it to the safeguarding lead.' } },
    ],
  },
  {
    part: 'kind', said: 'what kind of worry it is', adult: 'What kind of worry it is', young: 'What it is about', lead: 'Pick what is nearest. Somebody may call it something else later.',
    questions: [{ name: 'kind', kind: 'choice', read: 'What kind of worry, in their judgement', adult: { label: 'What kind of worry is it?' }, young: { label: 'What is it about?' }, options: plainCategories.map(({ key, label, plain }) => ({ value: key, label, young: plain })) }],
  },
]

/** The parts that are asked of somebody, each with the questions that are. */
export const additionsFor = (isAdult: boolean): Addition[] => additions.flatMap((addition) => {
  const questions = addition.questions.filter((question) => (isAdult ? question.adult : question.young))
    .map((question) => (isAdult || !question.options ? question : { ...question, options: question.options.flatMap((option) => (option.young ? [{ ...option, label: option.young }] : [])) }))
  return (isAdult || addition.young) && questions.length ? [{ ...addition, questions }] : []
})

export const additionNamed = (part: string): Addition | undefined => additions.find((addition) => addition.part === part)
