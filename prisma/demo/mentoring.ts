import { after, days } from '#modules/clock.ts'
import { addMentee } from '#modules/mentoring/add-mentee.server.ts'
import { demoMenteeCode } from '#modules/mentoring/demo-mentee-code.ts'
import { giveMenteeCode } from '#modules/mentoring/give-mentee-code.server.ts'
import { pairUp } from '#modules/mentoring/pair-up.server.ts'
import type { Cast } from './people.ts'

/** The mentees of both settings with their mentors; one waits for hers. Kestrel has the code that the demo's sign-in page shows. */
export async function fillMentoring({ people, riverside, harbour }: Cast): Promise<Record<string, string>> {
  const mentees: Record<string, string> = {}
  const add = async (by: string, organisationId: string, birdName: string, ownName: string, mentor?: string) => {
    const menteeId = (mentees[birdName.toLowerCase()] = await addMentee(people[by]!, { organisationId, birdName, ownName }))
    if (mentor) await pairUp(people[by]!, { menteeId, mentorId: people[mentor]!.id, since: after(-days(25)) })
  }
  await add('marcus', riverside, 'Kestrel', 'Ruby Lane', 'amara')
  await add('marcus', riverside, 'Linnet', 'Poppy Marsh', 'sofia')
  await add('marcus', riverside, 'Merlin', 'Jack Tyler', 'dylan')
  await add('marcus', riverside, 'Heron', 'Sami Qureshi', 'jay')
  await add('marcus', riverside, 'Siskin', 'Ella Rowe', 'priya')
  await add('marcus', riverside, 'Plover', 'Ben Adair', 'kofi')
  await add('marcus', riverside, 'Dunlin', 'Hope Ansah')
  await add('leon', harbour, 'Tern', 'Mina Petrova', 'zia')
  await giveMenteeCode(people.marcus!, { menteeId: mentees.kestrel!, days: 90 }, demoMenteeCode)
  return mentees
}
