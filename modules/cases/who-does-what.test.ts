import { beforeAll, expect, test } from 'vitest'
import { CaseState } from '#prisma/generated/enums.ts'
import { of, step, words } from '#tests/support/a-case.ts'
import { aCaseIn } from '#tests/support/a-case-in-each-state.ts'
import { onServer } from '#tests/support/template.ts'
import { asTable, whoCould } from '#tests/support/who-could.ts'
import { databaseUrl } from '../db/clients.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { addNote } from '../safeguarding/add-note.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { newId } from '../db/new-id.ts'
import { steps, type StepKind } from '../safeguarding/steps.ts'
import { breakGlass } from './break-glass.server.ts'
import { bringIn } from './bring-in.server.ts'
import { findCase } from './find-case.server.ts'
import { keepFrom } from './keep-from.server.ts'

const states = Object.values(CaseState)
const kinds = Object.keys(steps) as StepKind[]

/**
 * Who stands how to a concern. Each tries every kind of line in every state, as the role `app` and with their own name; nothing is kept of it.
 * F lead who looks after it, T deputy, M youth worker on duty who was told, K specialist who was brought in, J the mentor who raised it, H head who was not told, O head who opened it in need,
 * X deputy it is kept from, G coordinator, A another mentor, B lead of another setting, E programme lead.
 */
const people = { F: 'fatima', T: 'tom', M: 'marcus', K: 'helen', J: 'jay', H: 'hana', G: 'grace', A: 'amara', B: 'bea', E: 'ella' }

/** Plain; opened by the head in need; kept from the deputy. */
type Made = Record<'plain' | 'opened' | 'kept', string> & { of: string }
const made = {} as Record<CaseState, Made>

beforeAll(async () => {
  const goesOn = await raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'The same bruise.', danger: 'soon' })
  for (const state of states) {
    const [plain, opened, kept] = [await aCaseIn[state](), await aCaseIn[state](), await aCaseIn[state]()]
    made[state] = { plain, opened, kept, of: goesOn }
    if (state !== 'waiting' && state !== 'received') await bringIn(of('fatima'), { ...step(plain), personId: of('helen').id, words })
    await addNote(of('fatima'), { ...step(plain), words })
    await breakGlass(of('hana'), { ...step(opened), words }).catch(() => {})
    await keepFrom(of('fatima'), { ...step(kept), personId: of('tom').id, words })
  }
}, 300_000)

const ask = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]
const lineOf = (concern: string, kind: string) => ask<{ id: string; number: number }>(`SELECT id, number FROM "ChronologyEntry" WHERE "concernId" = '${concern}' AND kind = '${kind}' ORDER BY number DESC LIMIT 1`).then(([line]) => line)

/** What each kind has to say to be taken at all, and the row it needs before it. */
async function said(state: CaseState, concern: string): Promise<Partial<Record<StepKind, { facts?: object; first?: (viewer: Viewer) => string }>>> {
  const [referral, transfer, note] = [await lineOf(concern, 'referred'), await lineOf(concern, 'transferred'), await lineOf(concern, 'note')]
  const place = (await ask<{ id: string }>(`SELECT "organisationId" AS id FROM "Concern" WHERE id = '${concern}'`))[0]!.id
  const row = (table: string, more = '', values = '') => (viewer: Viewer) => `INSERT INTO "${table}" ("concernId", "organisationId", "byId"${more}) VALUES ('${concern}', '${place}', '${viewer.id}'${values})`
  return {
    received: { first: row('ConcernReceipt') }, 'taken-on': { first: row('TakingOn', ', "firstStep"', `, '\\x01'`) },
    added: { facts: { part: 'words' } }, categorised: { facts: { categories: ['neglect'] } }, struck: { facts: { number: note?.number ?? 1 } }, notified: { facts: { notified: 'police' } },
    'brought-in': { facts: { personId: of('grace').id } }, 'let-go': { facts: { personId: of('helen').id } }, 'kept-from': { facts: { personId: of('owen').id } }, 'handed-over': { facts: { toId: of('tom').id } },
    triaged: { facts: { level: 'low' } }, decided: { facts: { decision: 'monitor' } }, reviewed: { facts: { reviewOn: '2099-01-01' } },
    chased: { facts: { referralId: referral?.id } }, escalated: { facts: { referralId: referral?.id } }, 'agency-answered': { facts: { referralId: referral?.id, isEnd: true, stillWaiting: false } },
    closed: { facts: { outcome: 'helped' } }, duplicate: { facts: { ofId: made[state].of } }, receipt: { facts: { transferId: transfer?.id } },
  }
}

/** The kinds this viewer could add to it now. */
async function takenFrom(viewer: Viewer, state: CaseState, concern: string): Promise<Set<StepKind>> {
  const what = await said(state, concern)
  return whoCould(viewer, kinds.map((kind) => ({ kind, sql: [...(what[kind]?.first ? [what[kind].first(viewer)] : []), `SELECT app.add_to_chronology(uuidv7(), '${concern}', '${kind}', '${JSON.stringify(what[kind]?.facts ?? {})}', '\\x01')`] })))
}

test('every state, every person, every step: who may, and nobody else', async () => {
  const may = new Map<string, string>()
  for (const state of states) {
    const { plain, opened, kept } = made[state]
    const all: [string, Viewer, string][] = [...Object.entries(people).map(([letter, name]): [string, Viewer, string] => [letter, of(name), plain]), ['O', of('hana'), opened], ['X', of('tom'), kept]]
    const could = await Promise.all(all.map(async ([letter, viewer, concern]) => ({ letter, can: await takenFrom(viewer, state, concern) })))
    for (const kind of kinds) may.set(`${kind} ${state}`, could.filter(({ can }) => can.has(kind)).map(({ letter }) => letter).join(''))
  }
  const table = asTable(states, kinds, (kind, state) => may.get(`${kind} ${state}`)!)
  expect(`\n${table}\n`).toBe(`
from            waiting received taken_on triaged in_action monitoring awaiting_agency closing closed duplicate transferred
broke-glass     ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
told            ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
climbed         ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
looked          FTMO    FTMO     FTKO     FTKO    FTKO      FTKO       FTKO            FTKO    FTK    FTK       FTK
printed         FTMO    FTMO     FTKO     FTKO    FTKO      FTKO       FTKO            FTKO    FTK    FTK       FTK
exported        FT      FT       FT       FT      FT        FT         FT              FT      FT     FT        FT
note            FTM     FTM      FTK      FTK     FTK       FTK        FTK             FTK     FTK    FTK       FTK
added           J       J        J        J       J         J          J               J       J      J         J
marked          FTMJ    FTMJ     FTKJ     FTKJ    FTKJ      FTKJ       FTKJ            FTKJ    FTKJ   FTKJ      FTKJ
categorised     FT      FT       FT       FT      FT        FT         FT              FT      FT     FT        FT
asked-who       ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
struck          FT      FT       FT       FT      FT        FT         FT              FT      FT     FT        FT
brought-in      FT      FT       FT       FT      FT        FT         FT              FT      FT     FT        FT
let-go          FT      FT       FT       FT      FT        FT         FT              FT      FT     FT        FT
kept-from       FT      FT       FT       FT      FT        FT         FT              FT      FT     FT        FT
let-in          ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
received        FTM     ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
taken-on        FT      FT       ·        ·       ·         ·          ·               ·       ·      ·         ·
handed-over     ·       ·        FT       FT      FT        FT         FT              FT      ·      ·         ·
shared          ·       ·        FT       FT      FT        FT         FT              FT      FT     FT        FT
not-shared      ·       ·        FT       FT      FT        FT         FT              FT      FT     FT        FT
notified        FTJ     FTJ      FTJ      FTJ     FTJ       FTJ        FTJ             FTJ     FTJ    FTJ       FTJ
pointed         ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
discussed       ·       ·        FTK      FTK     FTK       FTK        FTK             ·       ·      ·         ·
triaged         ·       ·        FT       FT      FT        FT         FT              ·       ·      ·         ·
decided         ·       ·        ·        FT      FT        FT         ·               ·       ·      ·         ·
action-set      ·       ·        FT       FT      FT        FT         FT              ·       ·      ·         ·
action-read     ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
action-done     ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
action-dropped  FT      FT       FT       FT      FT        FT         FT              FT      FT     FT        FT
referred        ·       ·        ·        FT      FT        FT         FT              ·       ·      ·         ·
chased          ·       ·        ·        ·       ·         ·          FT              ·       ·      ·         ·
escalated       ·       ·        ·        ·       ·         ·          FT              ·       ·      ·         ·
agency-answered ·       ·        ·        ·       ·         ·          FT              ·       ·      ·         ·
reviewed        ·       ·        ·        FT      FT        FT         FT              ·       ·      ·         ·
closed          ·       ·        ·        FT      ·         FT         ·               ·       ·      ·         ·
signed          ·       ·        ·        ·       ·         ·          ·               T       ·      ·         ·
not-signed      ·       ·        ·        ·       ·         ·          ·               FT      ·      ·         ·
duplicate       ·       ·        FT       FT      ·         FT         ·               ·       ·      ·         ·
transferred     ·       ·        ·        FT      ·         FT         ·               ·       FT     ·         ·
receipt         ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         FT
destroyed       ·       ·        ·        ·       ·         ·          ·               ·       ·      ·         ·
reopened        ·       ·        ·        ·       ·         ·          ·               ·       FT     FT        FT
`)
}, 300_000)

// By a job, by whoever it is asked of, with a row of its own, or line by line: no page looks at `can` for these.
const elsewhere: readonly StepKind[] = ['received', 'broke-glass', 'told', 'climbed', 'asked-who', 'pointed', 'action-read', 'action-done', 'struck', 'let-in']

test('what a page offers is taken: no step is shown that the database refuses', async () => {
  const refused: string[] = []
  for (const state of states) for (const name of ['fatima', 'tom', 'helen']) {
    const concern = made[state].plain
    const can = await takenFrom(of(name), state, concern)
    const offered = await findCase(of(name), concern).then((stands) => stands.can, () => [])
    refused.push(...offered.filter((kind) => !elsewhere.includes(kind) && !can.has(kind)).map((kind) => `${state} ${name} ${kind}`))
  }
  expect(refused).toEqual([])
}, 300_000)
