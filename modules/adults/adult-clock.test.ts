import { expect, test } from 'vitest'
import { AdultState } from '#prisma/generated/enums.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { onServer } from '#tests/support/template.ts'
import { theCast } from '#tests/support/cast.ts'
import { newId } from '../db/new-id.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { read } from '../db/read.server.ts'
import { adultClimbs, decideBy } from './adult-clock.ts'
import { adultsToday } from './adults-today.server.ts'
import { climbAdults } from './climb-adults.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { adultAfter, adultSteps, type AdultStep } from './steps.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'
import { weighAdultConcern } from './weigh-adult-concern.server.ts'
import { whoKeeps, type OnAdultLadder } from './who-keeps.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const server = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]
const share = (about: string, more: object = {}) => shareAdultConcern(of('jay'), { id: newId(), danger: 'soon', what: 'What happened.', aboutId: of(about).id, ...more })
const climbsOf = async (id: string) => (await server<{ clock: string; people: string[] }>(`SELECT facts->>'clock' AS clock, facts->'people' AS people FROM "AdultLine" WHERE "adultConcernId" = '${id}' AND kind = 'climbed' ORDER BY number`))
  .map(({ clock, people }) => `${clock}: ${people.map((id) => Object.entries(cast.people).find(([, one]) => one.id === id)![0]).sort().join()}`)

test('the database and the table of steps agree: every state, every step', async () => {
  const asked = Object.values(AdultState).flatMap((state) => (Object.keys(adultSteps) as AdultStep[]).flatMap((kind) => [true, false].flatMap((was) => [null, 'holder' as const, 'closer' as const].map((went) => ({ state, kind, was, went })))))
  const answers = await server<{ after: string | null }>(`SELECT app.adult_after((one->>'state')::"AdultState", (one->>'was')::boolean, one->>'kind', one->>'went')::text AS after FROM jsonb_array_elements('${JSON.stringify(asked)}'::jsonb) WITH ORDINALITY AS asked(one, place) ORDER BY place`)
  expect(asked.filter(({ state, kind, was, went }, index) => adultAfter(state, kind, was, went) !== answers[index]!.after)).toEqual([])
})

test('who the form says will read it is who the database lets read it, whoever is kept out, in every setting', async () => {
  let tried = 0
  for (const [viewer, place] of [['amara', cast.riverside], ['zia', cast.harbour], ['ella', cast.eastside]] as const) {
    const ladder = await read(of(viewer), (tx) => tx.$queryRaw<OnAdultLadder[]>`SELECT "personId", name, role::text AS role, "isSite" FROM app.adult_ladder(${place}::uuid)`)
    const people = [...new Set(ladder.map(({ personId }) => personId))]
    for (let mask = 0; mask < 2 ** people.length; mask += 1) {
      const kept = people.filter((_, index) => mask & (1 << index))
      const [row] = await server<{ keepers: string[] }>(`SELECT app.adult_keepers_of('${place}', '{${kept.join()}}'::uuid[])::text[] AS keepers`)
      expect(whoKeeps(ladder, kept).map(({ personId }) => personId).sort(), kept.join()).toEqual(row!.keepers.sort())
      tried += 1
    }
  }
  expect(tried).toBeGreaterThan(20)
})

test('it is decided within one working day of being handed on, over a weekend too', () => {
  const friday = new Date('2026-11-20T15:00:00Z')
  const times = { since: friday, danger: 'soon', state: 'waiting', decidedAs: null, isLadoTold: false } as const
  expect(decideBy(times, 'Europe/London')).toEqual(new Date('2026-11-23T15:00:00Z'))
  expect(decideBy({ ...times, state: 'weighed', decidedAs: 'low_level' }, 'Europe/London')).toBeNull()
  expect(decideBy({ ...times, state: 'weighed', decidedAs: 'allegation' }, 'Europe/London')).not.toBeNull()
  expect(decideBy({ ...times, state: 'weighed', decidedAs: 'allegation', isLadoTold: true }, 'Europe/London')).toBeNull()
})

test('nobody has it: those who keep it hear again, then the head, then the delivery site hears that something waits and reads nothing; each once, in order, after an outage too', async () => {
  const [id, round] = [await share('marcus'), await share('hana')]
  await moveClock('50 minutes')
  await Promise.all([climbAdults(), climbAdults()])
  await climbAdults()
  expect(await climbsOf(id)).toEqual(['held: fatima,tom', 'held: hana', 'held: ella'])
  // About the head: it stays with the delivery site, and nobody else hears of it, however long it waits.
  expect(new Set(await climbsOf(round))).toEqual(new Set(['held: ella']))
  expect((await findAdultConcern(of('hana'), id)).holderName).toBeNull()
  await expect(findAdultConcern(of('ella'), id)).rejects.toThrow()
  expect(await adultsToday(of('ella'))).toMatchObject({ mine: [{ id: round, why: 'waits' }], elsewhere: [{ id, organisationName: 'Riverside Academy' }] })
  await holdAdultConcern(of('tom'), { id: newId(), adultConcernId: id })
  await moveClock('6 days')
  await climbAdults()
  expect((await climbsOf(id)).slice(3)).toEqual(['deciding: fatima,tom', 'deciding: hana', 'deciding: ella'])
  expect((await adultsToday(of('fatima'))).mine.find((one) => one.id === id)).toMatchObject({ why: 'late' })
  await weighAdultConcern(of('tom'), { id: newId(), adultConcernId: id, weight: 'low_level', reasons: 'A phone, once.' })
  expect((await adultsToday(of('fatima'))).mine.find((one) => one.id === id)).toBeUndefined()
  await moveClock('0')
})

test('three low-level concerns about one adult in a year are a pattern, for those who keep them', async () => {
  const ids = [await share('helen'), await share('helen'), await share('helen')]
  const newest = ids.at(-1)!
  expect((await findAdultConcern(of('fatima'), newest)).pattern).toBe(3)
  for (const id of ids) {
    await holdAdultConcern(of('tom'), { id: newId(), adultConcernId: id })
    await weighAdultConcern(of('tom'), { id: newId(), adultConcernId: id, weight: 'low_level', reasons: 'Not in line with how we work.' })
  }
  expect((await adultsToday(of('fatima'))).mine.some(({ id, why }) => id === newest && why === 'pattern')).toBe(true)
  expect(await adultsToday(of('helen'))).toEqual({ mine: [], elsewhere: [] })
})

test('whatever is changed by hand, the verifier names the line', async () => {
  const id = await share('marcus')
  await holdAdultConcern(of('fatima'), { id: newId(), adultConcernId: id })
  const [first] = await server<{ what: string; sharer: string }>(`SELECT encode(what, 'hex') AS what, (SELECT "personId" FROM "AdultSharer" s WHERE s."adultConcernId" = c.id) AS sharer FROM "AdultConcern" c WHERE id = '${id}'`)
  const undone: [string, string, number][] = [
    [`UPDATE "AdultLine" SET at = at - interval '1 hour' WHERE "adultConcernId" = '${id}' AND number = 2`, `UPDATE "AdultLine" SET at = at + interval '1 hour' WHERE "adultConcernId" = '${id}' AND number = 2`, 2],
    [`UPDATE "AdultConcern" SET what = '\\x00' WHERE id = '${id}'`, `UPDATE "AdultConcern" SET what = '\\x${first!.what}' WHERE id = '${id}'`, 1],
    [`UPDATE "AdultSharer" SET "personId" = '${of('kofi').id}' WHERE "adultConcernId" = '${id}'`, `UPDATE "AdultSharer" SET "personId" = '${first!.sharer}' WHERE "adultConcernId" = '${id}'`, 1],
    [`UPDATE "AdultHead" SET "holderId" = '${of('tom').id}' WHERE "adultConcernId" = '${id}'`, `UPDATE "AdultHead" SET "holderId" = '${of('fatima').id}' WHERE "adultConcernId" = '${id}'`, 3],
    [`DELETE FROM "AdultKeptFrom" WHERE "adultConcernId" = '${id}'`, `INSERT INTO "AdultKeptFrom" VALUES ('${id}', '${of('marcus').id}', '${cast.riverside}')`, 1],
    [`INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId") VALUES ('${id}', '${of('leon').id}', 'first', '${cast.riverside}')`, `DELETE FROM "AdultTold" WHERE "adultConcernId" = '${id}' AND "personId" = '${of('leon').id}'`, 3],
  ]
  const named = async () => (await verifyAdultConcerns()).find((one) => one.adultConcernId === id)
  expect(await named()).toMatchObject({ isWhole: true })
  for (const [sql, back, line] of undone) {
    await server(`SET session_replication_role = replica; ${sql}`)
    expect(await named(), sql).toMatchObject({ isWhole: false, brokenAt: line })
    await server(`SET session_replication_role = replica; ${back}`)
  }
  expect(await named()).toMatchObject({ isWhole: true })
  // Without taking the triggers away, not even the owner of the tables can.
  await expect(server(`UPDATE "AdultLine" SET kind = 'note' WHERE "adultConcernId" = '${id}'`)).rejects.toThrow(/never changed/)
})

test('what somebody enters in the calendar holds up no clock that runs', () => {
  const since = new Date('2026-11-24T10:00:00Z')
  const target = { clock: 'received', danger: 'soon', minutes: 60, inStaffedTime: true, since: '2026-01-01' } as const
  const shut = (at: string) => ({ timeZone: 'Europe/London', week: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:30', to: '16:30' })), isOpenInHolidays: true, emergencyDuty: null, terms: [], closed: [{ startsOn: '2026-11-24', endsOn: '2026-11-25', at }] })
  const first = (at: string) => adultClimbs({ since, danger: 'soon', state: 'waiting', decidedAs: null, isLadoTold: false }, [target], shut(at))[0]!.at.toISOString()
  expect([first('2026-11-24T10:30:00Z'), first('2026-11-24T09:30:00Z')]).toEqual(['2026-11-24T11:00:00.000Z', '2026-11-25T10:00:00.000Z'])
  // And hours set longer since free it: the sooner of then and now.
  const week = (to: string) => [1, 2, 3, 4, 5].map((day) => ({ day, from: '10:30', to }))
  const longer = { ...shut('2026-11-24T10:30:00Z'), closed: [], week: week('16:30').map((day) => ({ ...day, from: '08:30' })), hours: [{ at: '2026-01-01T00:00:00Z', week: week('16:30'), isOpenInHolidays: true }, { at: '2026-11-24T10:10:00Z', week: week('16:30').map((day) => ({ ...day, from: '08:30' })), isOpenInHolidays: true }] }
  expect(adultClimbs({ since, danger: 'soon', state: 'waiting', decidedAs: null, isLadoTold: false }, [target], longer)[0]!.at.toISOString()).toBe('2026-11-24T11:00:00.000Z')
})

test('what is wrong with one holds up no other, and is tried again', async () => {
  await moveClock('0')
  const [broken, whole] = [await share('marcus'), await share('marcus')]
  await asOwner(`CREATE FUNCTION app.break_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW."adultConcernId" = '${broken}' THEN RAISE EXCEPTION 'a fault'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER breaks_one BEFORE INSERT ON "AdultClimb" FOR EACH ROW EXECUTE FUNCTION app.break_one()`)
  await moveClock('20 minutes')
  // The job is seen not to have worked, and says which.
  await expect(climbAdults()).rejects.toThrow(/1 of them/)
  expect([(await climbsOf(broken)).length, (await climbsOf(whole)).length]).toEqual([0, 1])
  await asOwner('DROP TRIGGER breaks_one ON "AdultClimb"')
  await climbAdults()
  expect(await climbsOf(broken)).toHaveLength(1)
})
