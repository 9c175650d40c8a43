import { expect, test } from 'vitest'
import { cast, of } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Forbidden } from '../errors.ts'
import { endWebhook } from './end-webhook.server.ts'
import { renewSecret } from './renew-secret.server.ts'
import { seeWebhookAct } from './see-webhook-act.server.ts'
import { setWebhook } from './set-webhook.server.ts'
import { webhookActs } from './webhook-acts.server.ts'

test('what one person did to it stands on Today of the others until one has seen it; nobody sees their own', async () => {
  const id = newId()
  await setWebhook(of('fatima'), { id, organisationId: cast.riverside, address: 'https://texts.example/hook', reaches: ['safeguarding_lead'] })
  const toSee = async (name: string) => (await webhookActs(of(name))).filter(({ actId }) => actId === id).map(({ what, byName }) => `${what} ${byName!}`).sort().reverse()
  const secretId = newId()
  await moveClock('1 second')
  await renewSecret(of('fatima'), { id: secretId, organisationId: cast.riverside })
  await endWebhook(of('fatima'), { webhookId: id })
  expect([await toSee('tom'), await toSee('fatima'), await toSee('hana'), await toSee('grace'), await toSee('marcus'), await toSee('bea')]).toEqual([['set Fatima', 'ended Fatima'], [], [], [], [], []])
  expect((await webhookActs(of('tom'))).some(({ actId, what }) => actId === secretId && what === 'renewed')).toBe(true)
  const ended = { actId: id, what: 'ended' as const, organisationId: cast.riverside }
  await seeWebhookAct(of('fatima'), ended)
  await seeWebhookAct(of('hana'), ended)
  expect(await toSee('tom'), 'neither whoever did it nor a head while there is another').toEqual(['set Fatima', 'ended Fatima'])
  for (const name of ['grace', 'marcus', 'bea', 'amara']) await expect(seeWebhookAct(of(name), ended), name).rejects.toThrow(Forbidden)
  for (const name of ['fatima', 'hana', 'grace', 'bea']) await expect(change(of(name), (tx) => tx.webhookSeen.createMany({ data: [{ ...ended, byId: of(name).id }] })), name).rejects.toThrow('row-level security')
  await Promise.all([seeWebhookAct(of('tom'), ended), seeWebhookAct(of('tom'), ended)])
  expect(await toSee('tom')).toEqual(['set Fatima'])
  expect(await read(of('fatima'), (tx) => tx.webhookSeen.findMany({ where: { actId: id } }))).toMatchObject([{ what: 'ended', byId: of('tom').id }])
  expect(await asSystem('look in a test', (tx) => tx.act.count({ where: { kind: 'webhook.seen', subjectId: id } }))).toBe(1)
  // With no other who keeps it, it is the head's to see.
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('tom').id}' AND "organisationId" = '${cast.riverside}'`)
  try {
    expect(await toSee('hana')).toEqual(['set Fatima'])
    await seeWebhookAct(of('hana'), { ...ended, what: 'set' })
    expect(await toSee('hana')).toEqual([])
  } finally { await asOwner(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('tom').id}' AND "organisationId" = '${cast.riverside}'`) }
})
