import { expect } from 'vitest'
import { whatArrived } from '#modules/audit/what-arrived.server.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { diedDoing } from './died-doing.ts'
import type { Deed } from './do-and-die.ts'
import { onServer } from './template.ts'

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
let turn = seed
/** A statement to die before: somewhere between the first and the last. */
const somewhere = (statements: number) => { turn = (turn * 48271) % 2147483647; return 1 + (turn % (statements - 1)) }

/** Everything there is, table by table: a sum of its rows. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await onServer(databaseUrl(), `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`) as { rows: { name: string }[] }
  const { rows } = await onServer(databaseUrl(), tables.map(({ name }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, ' ' ORDER BY t::text), '')) AS sum FROM "${name}" t`).join(' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, sum }: { name: string; sum: string }) => [name, sum]))
}
const changed = (before: Record<string, string>, after: Record<string, string>) => Object.keys(after).filter((table) => before[table] !== after[table]).sort()

/** Killed anywhere on the way it has not happened at all; killed before the answer it has happened whole; and pressed again it has happened once. `touches`: the tables it writes in, besides the record. */
export async function expectWholeOrNot<Input extends { id: string }>(module: string, work: (viewer: Viewer, input: Input) => Promise<unknown>, viewer: Viewer, input: Input, touches: string[], { jobs = false } = {}) {
  await wholeOrNot({ module, deed: work.name, viewer, input, jobs }, () => work(viewer, input), touches)
  expect(await whatArrived(viewer, { ids: [input.id] }), `${work.name} is known to have arrived`).toEqual([input.id])
}

/** The same for what a job does, with nobody looking. Each time it runs is on record, also when there was nothing to do. */
export const expectJobWholeOrNot = (module: string, job: (input: string) => Promise<unknown>, input: string, touches: string[]) =>
  wholeOrNot({ module, deed: job.name, viewer: null, input, jobs: true }, () => job(input), touches)

async function wholeOrNot(deed: Deed, again: () => Promise<unknown>, touches: string[]) {
  const name = deed.deed
  const before = await everything()
  const diesAt = async (point: Parameters<typeof diedDoing>[1]) => {
    const died = await diedDoing(deed, point)
    expect(died.signal, `${name} is killed at ${point} (seed ${seed}): ${died.said}`).toBe('SIGKILL')
    return died.statements
  }
  const statements = await diesAt('the end')
  expect(changed(before, await everything()), `${name}, killed before its end`).toEqual([])
  const points = process.env.BELAY_SOAK ? Array.from({ length: statements - 1 }, (_, index) => index + 1) : [somewhere(statements)]
  for (const point of points) {
    await diesAt(point)
    expect(changed(before, await everything()), `${name}, killed before statement ${point} of ${statements} (seed ${seed})`).toEqual([])
  }
  await diesAt('the answer')
  const after = await everything()
  expect(changed(before, after), `${name}, killed before the answer`).toEqual([...touches, 'Act'].sort())
  await again()
  expect(changed(after, await everything()), `${name}, done again`).toEqual(deed.viewer ? [] : ['Act'])
}
