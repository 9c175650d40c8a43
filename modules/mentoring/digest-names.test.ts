import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { addMentee } from './add-mentee.server.ts'
import { digestNames } from './digest-names.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })

const ask = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]
const digests = async (id: string) => (await ask<{ of: string[] | null }>(`SELECT "ownNameDigests" AS of FROM "Mentee" WHERE id = '${id}'`))[0]!.of
const add = (birdName: string, ownName?: string) => addMentee(cast.people.marcus!, { organisationId: cast.riverside, birdName, ownName })
/** As before digests were kept: the column came later, and is empty. */
const asBefore = (ids: string[]) => ask(`UPDATE "Mentee" SET "ownNameDigests" = NULL WHERE id IN (${ids.map((id) => `'${id}'`).join()})`)

test('a mentee written down before digests were kept gets just those a new one would have, once', async () => {
  const [named, nameless, new_] = [await add('Dunlin', 'Zoë O’Brien-Lee'), await add('Garganey'), await add('Smew', 'Ida Vance')]
  const [would, stays] = [await digests(named), await digests(new_)]
  expect(would).toHaveLength(3)
  await asBefore([named, nameless])
  expect(await digestNames()).toBe(2)
  expect(await digests(named)).toEqual(would)
  expect(await digests(nameless)).toEqual([])
  expect(await digests(new_)).toEqual(stays)
  expect(await digestNames()).toBe(0)
})

test('two processes that start at once share them out; one whose name was erased holds nobody up', async () => {
  const ids: string[] = []
  for (const bird of ['Knot', 'Ruff', 'Whimbrel', 'Godwit']) ids.push(await add(bird, `Child ${bird}`))
  const before = await Promise.all(ids.map(digests))
  await asBefore(ids)
  await ask(`DELETE FROM "RowKey" WHERE "rowId" = '${ids[0]!}'`)
  const [one, other] = await Promise.all([digestNames(), digestNames()])
  expect(one + other).toBe(4)
  expect(await Promise.all(ids.map(digests))).toEqual([[], ...before.slice(1)])
})
