import { stringify } from 'csv-stringify/sync'
import type { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { sayFigure, sayPart, type Figure } from '../figures/say-figure.ts'
import { governanceReport, type GovernanceReport } from './governance-report.server.ts'
import { lastDay } from './last-day.ts'

/** The report as a table to keep, each figure beside what it is a part of. That it was taken out is on record. */
export async function exportReport(viewer: Viewer, input: z.input<typeof GovernanceReport>): Promise<{ fileName: string; text: string }> {
  const { setting, from, until, whole, cuts, kinds, unsaid, medians, adults, since } = await governanceReport(viewer, input)
  // An act stands where somebody belongs: whoever is of the delivery site does so there.
  const place = viewer.memberships.find((membership) => membership.organisationId === setting.id) ?? viewer.memberships.find(({ role }) => role === 'programme_lead' || role === 'evaluator')
  await change(viewer, (tx) => record(tx, viewer, 'governance.exported', { organisationId: place?.organisationId, subjectId: setting.id, from, until }))
  const say = (figure: Figure, how = sayFigure) => (setting.seesRows ? String(figure ?? 0) : how(figure))
  const to = lastDay(until)
  const rows = [
    [setting.name, from, to, 'Concerns raised', 'all', say(whole), ''],
    ...cuts.flatMap(({ title, parts }) => parts.map(({ label, figure }) => [setting.name, from, to, title, label, say(figure, sayPart), say(whole)])),
    ...kinds.map(({ label, figure }) => [setting.name, from, to, 'Kind of worry', label, say(figure, sayPart), say(whole)]),
    ...(unsaid === null ? [] : [[setting.name, from, to, 'Kind of worry', 'Not said yet', String(unsaid), say(whole)]]),
    ...(medians ? ([['Minutes until answered', medians.received], ['Minutes until taken on', medians.taken]] as const).map(([what, { minutes, of }]) => [setting.name, from, to, what, 'median', minutes === null ? '' : String(Math.round(minutes)), String(of)]) : []),
    ...(since ? [[setting.name, from, to, 'Danger now: answered', 'before its clock ran out', String(since.now.inTime), String(since.now.of)], ...([['discussed', since.discussed], ['decided', since.decided], ['referred', since.referred], ['closed', since.closed]] as const).map(([what, { minutes, of }]) => [setting.name, from, to, `Minutes until ${what}`, 'median', minutes === null ? '' : String(Math.round(minutes)), String(of)])] : []),
    [setting.name, from, to, 'Concerns about adults shared', 'all', say(adults.whole), ''],
    ...adults.cuts.flatMap(({ title, of, parts }) => parts.map(({ label, figure }) => [setting.name, from, to, title, label, say(figure, sayPart), say(of)])),
  ]
  return { fileName: `concerns-${from}-${to}.csv`, text: stringify([['Setting', 'From', 'To', 'What', 'Part', 'Count', 'Out of'], ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true }) }
}
