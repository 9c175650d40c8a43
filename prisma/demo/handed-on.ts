import { decideConcern } from '#modules/cases/decide-concern.server.ts'
import { takePack } from '#modules/cases/take-pack.server.ts'
import { transferConcern } from '#modules/cases/transfer-concern.server.ts'
import { triageConcern } from '#modules/cases/triage-concern.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { takeOnConcern } from '#modules/safeguarding/take-on-concern.server.ts'
import type { Cast } from './people.ts'

/** A case that went with a young person to their new college, which has not said yet that it arrived. */
export async function fillHandedOn({ people }: Cast) {
  const [sofia, tom] = [people.sofia!, people.tom!]
  const concernId = await raiseConcern(sofia, { id: newId(), who: 'Idris, who was in my course', danger: 'not_now', what: 'He moves to Northgate next week and said he does not know who he can talk to there when it gets bad at home again.' })
  await takeOnConcern(tom, { concernId, firstStep: 'I see him before he leaves, and ring the lead at Northgate.' })
  await triageConcern(tom, { id: newId(), concernId, level: 'medium', threshold: 'early_help', reasons: 'He sleeps at his aunt’s when there is shouting. It has been quiet since August.', strengths: 'His aunt. He says it himself.', wishes: 'One person at Northgate who knows, so that he need not begin again.' })
  await decideConcern(tom, { id: newId(), concernId, decision: 'nothing_more', reasons: 'The plan goes on at Northgate, and nothing is left to do here.', family: 'His mum knows, and agrees.', reviewOn: '' })
  await transferConcern(tom, {
    id: newId(), concernId, basis: 'public_task', to: 'Ms Adeyemi, designated safeguarding lead', setting: 'Northgate College', address: 'The safeguarding mailbox on their website',
    how: 'I ring their front desk on Monday and ask for her.', reasons: 'He starts there on Monday.',
  })
  await takePack(tom, { concernId, password: 'kettle-otter-violin' })
}
