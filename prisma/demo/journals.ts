import { newId } from '#modules/db/new-id.ts'
import { openSharedEntry } from '#modules/journals/open-shared-entry.server.ts'
import { replyToEntry } from '#modules/journals/reply-to-entry.server.ts'
import { saveText } from '#modules/journals/save-text.server.ts'
import { shareEntry } from '#modules/journals/share-entry.server.ts'
import type { Cast } from './people.ts'
import { dateBack } from './journals-dated.ts'

const written = {
  amaraFirst: 'First meeting with Kestrel today. I was more nervous than I thought I would be. We played cards, because I had read in the unit that doing something is easier than talking.\nK won twice and grinned. That was the first time I saw a grin.',
  amaraAdvice: 'I remembered the trials were on Wednesday so I asked how it went before anything else. Kestrel looked surprised that I knew.\nWe didn’t talk about school at all until near the end, and then it was K who brought it up. I nearly jumped in with advice, but I waited, and K went on talking.\nI still don’t know if waiting was right.',
  amaraUnfinished: 'Before Thursday: I promised to find out about the climbing club. I asked Sam and there is a place on Tuesdays.\nI want to ask K who should choose what we do next time, because',
  priyaShared: 'It was hard this week. Wren came late and said nothing for ten minutes. I talked too much to fill the gap.\nIn the end I said “we can just sit”, and we did, and that was the best bit.\nWhat I need from supervision: how do others sit with silence?',
  jayOne: 'When I go home after a meeting I am really tired. I think part of it is mine: it reminds me of year 8.\nNot sharing this one. Just writing it down helps.',
  jayTwo: 'Swift chose the game today. I noticed I wanted to choose. Next time Swift chooses again.',
  zia: 'We fixed the bike chain together. I let Robin do the messy part. Robin said “I did that” three times on the way back.',
}

/** Journals: some private, one shared and answered, one waiting for an answer, one half written. Dated back from now. */
export async function fillJournals({ people }: Cast) {
  const dated: { entryId: string; days: number }[] = []
  const write = async (name: string, text: string, daysAgo: number, promptId?: string) => {
    const entryId = newId()
    await saveText(people[name]!, { entryId, writingId: newId(), step: 1, revision: 0, body: { kind: 'plain', text }, promptId })
    dated.push({ entryId, days: daysAgo })
    return entryId
  }
  const share = async (name: string, entryId: string, withName: string) => {
    const shareId = newId()
    await shareEntry(people[name]!, { shareId, entryId, withId: people[withName]!.id })
    return shareId
  }

  await write('amara', written.amaraFirst, 16, 'felt-trusted')
  const advice = await write('amara', written.amaraAdvice, 8, 'kept-in-mind')
  const adviceShare = await share('amara', advice, 'marcus')
  await openSharedEntry(people.marcus!, { shareId: adviceShare })
  await replyToEntry(people.marcus!, { replyId: newId(), shareId: adviceShare, words: 'You noticed that you wanted to jump in, and you waited. That is the skill. Bring this one to Thursday if you like: others know that moment too.' })
  await write('amara', written.amaraUnfinished, 1, 'promise')

  await share('priya', await write('priya', written.priyaShared, 1, 'need-from-supervision'), 'marcus')
  await write('jay', written.jayOne, 12, 'mine-or-theirs')
  await write('jay', written.jayTwo, 3, 'who-set-the-agenda')
  await write('zia', written.zia, 5, 'strength')
  await dateBack(dated)
}
