import { after, days, today } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { findVetted } from '#modules/vetting/find-vetted.server.ts'
import { registerOf } from '#modules/vetting/register-of.server.ts'
import { setRule } from '#modules/vetting/set-rule.server.ts'
import { strikeCheck } from '#modules/vetting/strike-check.server.ts'
import { writeCheck } from '#modules/vetting/write-check.server.ts'
import type { Role, VettingKind } from '#prisma/generated/enums.ts'
import type { Cast } from './people.ts'

const on = (ms: number) => after(ms).toISOString().slice(0, 10)
const withChildren: readonly VettingKind[] = ['identity', 'dbs', 'reference', 'reference', 'conduct', 'induction', 'safeguarding_training']
const needs: Partial<Record<Role, readonly VettingKind[]>> = {
  youth_worker: withChildren, specialist: withChildren, trainer: withChildren, trainee_trainer: withChildren, head: withChildren,
  safeguarding_lead: [...withChildren, 'lead_training'], deputy_lead: [...withChildren, 'lead_training'], coordinator: ['identity', 'dbs', 'conduct', 'induction'], assessor: ['identity', 'dbs'], quality_assurer: ['identity', 'dbs'],
}
const words: Partial<Record<VettingKind, readonly string[]>> = {
  identity: ['Passport, and a letter from the bank'], reference: ['A former manager, three years at a youth project', 'A head of year they worked beside'], conduct: ['The version of this September'],
  safeguarding_training: ['Level 2, with the local partnership'], lead_training: ['Designated lead, two days, with the local partnership'],
}

/** The register of checks of both settings, filled in by whoever keeps it, then asked for. Everybody is in date at Riverside; at Harbour a DBS check runs out in three weeks, and the coordinator's own induction has. */
export async function fillVetting({ people, riverside, harbour }: Cast) {
  for (const [keeper, lead, organisationId] of [[people.grace!, people.fatima!, riverside], [people.cass!, people.bea!, harbour]] as const) {
    const { people: adults } = await registerOf(keeper, { organisationId })
    for (const [at, { personId, roles }] of adults.entries()) await fillIn(personId === keeper.id ? lead : keeper, { organisationId, personId }, roles.map(({ role }) => role), at, personId === people.leon!.id ? 23 : personId === keeper.id && organisationId === harbour ? -12 : null)
    await setRule(lead, { id: newId(), organisationId, fromOn: today(), needs: Object.entries(needs).flatMap(([role, kinds]) => [...new Set(kinds)].map((kind) => `${role} ${kind}`)) })
  }
  // Written down for the wrong person, and put right.
  const marcus = { organisationId: riverside, personId: people.marcus!.id }
  const checkId = newId()
  await writeCheck(people.grace!, { id: checkId, ...marcus, kind: 'safeguarding_training', doneOn: on(-days(40)), words: 'Level 3, online' })
  await strikeCheck(people.fatima!, { id: newId(), checkId, why: 'That was Marcus Bellamy of the kitchen.' })
  await findVetted(people.hana!, marcus)
}

async function fillIn(keeper: Viewer, who: { organisationId: string; personId: string }, roles: readonly Role[], at: number, runsOutIn: number | null) {
  const kinds = roles.flatMap((role) => needs[role] ?? [])
  const each = [...new Set(kinds)].flatMap((kind) => (kind === 'reference' ? [kind, kind] : [kind]))
  for (const [nth, kind] of each.entries()) {
    const isRunningOut = runsOutIn !== null && kind === (runsOutIn > 0 ? 'dbs' : 'induction')
    const doneOn = on(isRunningOut ? -days(kind === 'dbs' ? 1073 : 377) : -days(60 + 5 * at))
    await writeCheck(keeper, {
      id: newId(), ...who, kind, doneOn, ...(isRunningOut && { goodUntil: on(days(runsOutIn)) }), words: words[kind]?.[kind === 'reference' ? nth % 2 : 0] ?? '',
      ...(kind === 'dbs' && { dbsLevel: 'enhanced_barred', certificateNumber: `0017${String(20_480_000 + 317 * at)}`, isOnUpdateService: at % 2 === 0 }),
    })
  }
}
