import { expect, test } from 'vitest'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import { handOn } from '../adults/hand-on.server.ts'
import { newId } from '../db/new-id.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { findMyConcern } from './my-concerns.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const say = () => ({ id: newId(), who: 'My friend in year 8', what: 'He cries at school.', danger: 'soon' as const })

test('a setting whose last adult has left: what is raised there is the delivery site’s at once, whoever raises it', async () => {
  const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Heron' })
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "organisationId" = '${cast.riverside}' AND role IN ('youth_worker', 'safeguarding_lead', 'deputy_lead', 'head')`)
  const visitor = { menteeId, organisationId: cast.riverside, visitId: newId() }
  for (const by of [of('jay'), visitor]) expect(await findMyConcern(by, await handOn(by, say()))).toMatchObject({ isSiteTold: true, toldNames: [] })
})
