import { expect, test } from 'vitest'
import { cast, of, words } from '#tests/support/a-case.ts'
import { adultStep, closedLowLevel, sharedAboutAdult } from '#tests/support/an-adult-concern.ts'
import { asSystem } from '../db/as-system.server.ts'
import { read } from '../db/read.server.ts'
import { bringInToAdultConcern } from './bring-in-to-adult-concern.server.ts'
import { keepAdultConcernFrom } from './keep-adult-concern-from.server.ts'

type Row = { adultConcernId: string; readers: string[] }
const sorted = (rows: Row[]) => rows.map(({ adultConcernId, readers }) => `${adultConcernId} ${[...readers].sort().join()}`).sort()

test('who reads each open record, asked once, is who reads it asked one by one; and nobody hears of one they do not keep', async () => {
  const made = await Promise.all([sharedAboutAdult(), sharedAboutAdult({ aboutId: of('fatima').id }), sharedAboutAdult({ aboutId: of('tom').id }), sharedAboutAdult({ aboutId: of('hana').id }), sharedAboutAdult({ aboutId: undefined, aboutName: 'The bus driver', isApart: true })])
  const [open, roundFatima, roundTom] = made
  const shut = await closedLowLevel()
  await bringInToAdultConcern(of('fatima'), { ...adultStep(open), personId: of('ella').id, words })
  await bringInToAdultConcern(of('hana'), { ...adultStep(roundFatima), personId: of('tom').id, words })
  await keepAdultConcernFrom(of('fatima'), { ...adultStep(roundTom), personId: of('hana').id, words })
  let seen = 0
  for (const name of Object.keys(cast.people)) {
    const [once, one] = await read(of(name), async (tx) => [
      await tx.$queryRaw<Row[]>`SELECT "adultConcernId"::text AS "adultConcernId", readers::text[] AS readers FROM app.adult_open_readers()`,
      await tx.$queryRaw<Row[]>`SELECT h."adultConcernId"::text AS "adultConcernId", w.readers::text[] AS readers FROM "AdultHead" h CROSS JOIN LATERAL app.adult_who_reads(h."adultConcernId") w WHERE h.state <> 'closed'`,
    ])
    expect(sorted(once), name).toEqual(sorted(one))
    expect(once.some(({ adultConcernId }) => adultConcernId === shut), name).toBe(false)
    seen += once.length
  }
  expect(seen).toBeGreaterThan(made.length)
  await expect(asSystem('look in a test', (tx) => tx.$queryRaw`SELECT app.adult_open_readers()`)).rejects.toThrow(/permission denied/)
})
