import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { theCast } from '#tests/support/cast.ts'
import { change } from './change.server.ts'
import { read } from './read.server.ts'
import type { Tx } from './transaction.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })
/** Prisma's own answer beside the one that came straight. */
const both = async (ask: (tx: Tx) => Promise<unknown>) => [await read(cast.people.jay!, ask), await change(cast.people.jay!, ask)]

test('what comes straight from the connection is what Prisma would have made of it', async () => {
  const [straight, prisma] = await both((tx) => tx.$queryRaw`
    SELECT 1::int2 AS a, 2::int4 AS b, 3::int8 AS c, 9007199254740993::int8 AS d, 1.5::float8 AS e, 1.5::float4 AS f, 12345678901234567890.123456789::numeric AS g, true AS h, 'words'::text AS i, 'v'::varchar AS j, 'n'::name AS k,
      '019e0000-0000-7000-8000-000000000001'::uuid AS l, '2026-03-29'::date AS m, '2026-11-22 10:30:00.123456+00'::timestamptz AS n, '2026-11-22 10:30:00+00'::timestamptz AS o, '{"a":[1,null,"x"]}'::jsonb AS p, '[1]'::json AS q,
      NULL::text AS r, NULL::timestamptz AS s, 'mentor'::"Role" AS t, '\\x00ff10'::bytea AS u, ''::bytea AS v, make_interval(mins => 5)::text AS w`)
  expect(straight).toEqual(prisma)
})

test('lists come back alike too, empty ones and those with nothing in a place', async () => {
  const [straight, prisma] = await both((tx) => tx.$queryRaw`
    SELECT '{}'::uuid[] AS a, ARRAY['019e0000-0000-7000-8000-000000000001']::uuid[] AS b, '{1,2,NULL}'::int4[] AS c, '{1,9007199254740993}'::int8[] AS d, ARRAY['a,b', 'c"d', NULL, '', 'NULL', 'e\\f']::text[] AS e, '{t,f}'::bool[] AS f,
      '{2026-03-29,2026-10-25}'::date[] AS g, ARRAY['2026-11-22 10:30:00.5+00', '2026-11-22 11:30:00+00']::timestamptz[] AS h, '{mentor,head}'::"Role"[] AS i, '{1.5,2}'::float8[] AS j`)
  expect(straight).toEqual(prisma)
})

test('what is handed over arrives alike: moments, days, lists, bytes, nothing, and a piece of another question', async () => {
  const at = new Date('2026-07-01T23:30:00.250Z')
  const piece = Prisma.sql`${7}::int + ${1}`
  const [straight, prisma] = await both((tx) => tx.$queryRaw`
    SELECT ${at}::timestamptz AS a, ${at}::date AS b, ${'2026-07-01'}::date AS c, ${['x', 'y']}::text[] AS d, ${[] as string[]}::uuid[] AS e, ${[1, 2]}::int[] AS f, ${null}::text AS g, ${true} AS h, ${piece} AS i, ${Buffer.from([0, 255])}::bytea AS j,
      app.now() > ${at} AS k, ${[at]}::timestamptz[] AS l, ${'{"a":1}'}::jsonb AS m`)
  expect(straight).toEqual(prisma)
})

test('a question that comes when the transaction is over is refused, and never asked on a connection that is somebody else’s by then', async () => {
  let kept: Tx | undefined
  await read(cast.people.jay!, (tx) => { kept = tx; return Promise.resolve() })
  await read(cast.people.amara!, (tx) => tx.$queryRaw`SELECT 1`)
  await expect(kept!.$queryRaw`SELECT app.viewer() AS viewer`).rejects.toThrow('This transaction is over.')
})

test('questions of both kinds asked at once are answered one after the other', async () => {
  const { jay } = cast.people
  const answers = await read(jay!, (tx) => Promise.all([tx.$queryRaw`SELECT app.viewer()::text AS who`, tx.person.count({ where: { id: jay!.id } }), tx.$queryRaw`SELECT app.viewer()::text AS who`]))
  expect(answers).toEqual([[{ who: jay!.id }], 1, [{ who: jay!.id }]])
})

test('an error says what is wrong and carries nothing else', async () => {
  const error = await read(cast.people.jay!, (tx) => tx.$queryRaw`SELECT * FROM "Password"`).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Error)
  expect({ message: (error as Error).message, keys: Object.keys(error as Error) }).toEqual({ message: 'permission denied for table Password (42501)', keys: [] })
})
