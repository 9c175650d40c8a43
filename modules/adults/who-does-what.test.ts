import { beforeAll, expect, test } from 'vitest'
import { AdultState } from '#prisma/generated/enums.ts'
import { of, words } from '#tests/support/a-case.ts'
import { asTable, whoCould } from '#tests/support/who-could.ts'
import { now } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { closeAdultConcern } from './close-adult-concern.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { keepAdultConcernFrom } from './keep-adult-concern-from.server.ts'
import { noteOnAdultConcern } from './note-on-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { adultSteps, type AdultStep } from './steps.ts'
import { weighAdultConcern } from './weigh-adult-concern.server.ts'
import { writeDownLado } from './write-down-lado.server.ts'

const states = Object.values(AdultState)
const kinds = Object.keys(adultSteps) as AdultStep[]
const step = (adultConcernId: string) => ({ id: newId(), adultConcernId })

/**
 * Who stands how to a concern about Marcus that Amara shared. Each tries every kind of line in every state, as the role `app` and with their own name; nothing is kept of it.
 * F lead who holds it, T deputy, M the adult it is about, A the mentor who shared it, H head, G coordinator, K specialist, J another mentor, B lead of another setting, E programme lead, X deputy it is kept from.
 */
const people = { F: 'fatima', T: 'tom', M: 'marcus', A: 'amara', H: 'hana', G: 'grace', K: 'helen', J: 'jay', B: 'bea', E: 'ella' }

const shared = () => shareAdultConcern(of('amara'), { id: newId(), danger: 'not_now', what: 'He takes photos with his own phone.', child: 'Wren', aboutId: of('marcus').id })
const held = async () => { const id = await shared(); await holdAdultConcern(of('fatima'), step(id)); return id }
const weighed = async (weight: 'low_level' | 'allegation' = 'low_level') => { const id = await held(); await weighAdultConcern(of('fatima'), { ...step(id), weight, harm: weight === 'allegation' ? 'risk' : '', reasons: words, context: '' }); return id }
const closed = async (id: string) => { await closeAdultConcern(of('fatima'), { ...step(id), outcome: 'spoken', words }); return id }
const anAdultConcernIn: Record<AdultState, () => Promise<string>> = {
  waiting: shared, held, weighed, closed: async () => closed(await weighed()),
  closing: async () => { const id = await weighed('allegation'); await writeDownLado(of('fatima'), { ...step(id), happenedAt: localOf(now(), 'Europe/London'), who: 'Ann Low', words }); return closed(id) },
}
const made = {} as Record<AdultState, { plain: string; kept: string }>

beforeAll(async () => {
  for (const state of states) {
    const [plain, kept] = [await anAdultConcernIn[state](), await anAdultConcernIn[state]()]
    made[state] = { plain, kept }
    await noteOnAdultConcern(of('fatima'), { ...step(plain), words })
    await keepAdultConcernFrom(of('fatima'), { ...step(kept), personId: of('tom').id, words })
  }
}, 200_000)

/** The kinds this viewer could add to it now. */
function takenFrom(viewer: Viewer, concern: string, note: number): Promise<Set<AdultStep>> {
  const facts: Partial<Record<AdultStep, object>> = { weighed: { weight: 'low_level' }, 'lado-told': { happenedAt: now().toISOString() }, closed: { outcome: 'spoken' }, 'kept-from': { personId: of('grace').id }, 'brought-in': { personId: of('hana').id }, struck: { number: note } }
  const apart: Partial<Record<AdultStep, string>> = { added: `SELECT "personId"::text FROM app.add_to_adult_concern(uuidv7(), '${concern}', '\\x01')`, printed: `SELECT app.print_adult_concern(uuidv7(), '${concern}', '{"groups":["case"]}')::text` }
  return whoCould(viewer, kinds.map((kind) => ({ kind, sql: [apart[kind] ?? `SELECT app.add_adult_line(uuidv7(), '${concern}', '${kind}', '${JSON.stringify(facts[kind] ?? {})}', '\\x01')::text`] })))
}
const noteOf = async (id: string) => (await findAdultConcern(of('fatima'), id)).lines.find(({ kind }) => kind === 'note')?.number ?? 1

test('every state, every person, every step: who may, and nobody else', async () => {
  const may = new Map<string, string>()
  for (const state of states) {
    const { plain, kept } = made[state]
    const note = await noteOf(plain)
    const all: [string, Viewer, string][] = [...Object.entries(people).map(([letter, name]): [string, Viewer, string] => [letter, of(name), plain]), ['X', of('tom'), kept]]
    const could = await Promise.all(all.map(async ([letter, viewer, concern]) => ({ letter, can: await takenFrom(viewer, concern, note) })))
    for (const kind of kinds) may.set(`${kind} ${state}`, could.filter(({ can }) => can.has(kind)).map(({ letter }) => letter).join(''))
  }
  expect(`\n${asTable(states, kinds, (kind, state) => may.get(`${kind} ${state}`)!)}\n`).toBe(`
from            waiting held weighed closing closed
told            ·       ·    ·       ·       ·
came-from       ·       ·    ·       ·       ·
added           A       A    A       A       ·
printed         FT      FT   FT      FT      FT
climbed         ·       ·    ·       ·       ·
looked          FT      FT   FT      FT      FT
note            FT      FT   FT      FT      FT
asked-sharer    ·       ·    ·       ·       ·
kept-from       FT      FT   FT      FT      FT
brought-in      FT      FT   FT      FT      FT
struck          FT      FT   FT      FT      FT
held            FT      ·    ·       ·       ·
took-over       ·       T    T       T       ·
acted           ·       FT   FT      ·       ·
lado-told       ·       FT   FT      ·       ·
weighed         ·       FT   FT      ·       ·
closed          ·       ·    FT      ·       ·
signed          ·       ·    ·       T       ·
not-signed      ·       ·    ·       FT      ·
reopened        ·       ·    ·       ·       FT
`)
}, 200_000)

test('what a page offers is taken: no step is shown that the database refuses', async () => {
  const refused: string[] = []
  for (const state of states) for (const name of ['fatima', 'tom']) {
    const { plain } = made[state]
    const can = await takenFrom(of(name), plain, await noteOf(plain))
    refused.push(...(await findAdultConcern(of(name), plain)).can.filter((kind) => kind !== 'told' && kind !== 'climbed' && !can.has(kind)).map((kind) => `${state} ${name} ${kind}`))
  }
  expect(refused).toEqual([])
}, 200_000)
