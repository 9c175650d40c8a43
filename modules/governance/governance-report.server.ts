import { z } from 'zod'
import { today } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import type { Figure } from '../figures/say-figure.ts'
import { categories } from '../safeguarding/categories.ts'
import { cuts } from './cuts.ts'
import { mayReadReports, settingsReported, type SettingReported } from './settings-reported.server.ts'
import { termOf } from './terms.ts'

const Day = z.iso.date('A day is year, month, day.')
export const GovernanceReport = z.object({ organisationId: z.uuid(), from: Day, until: Day }).refine(({ from, until }) => from < until, { path: ['until'], message: 'The last day is before the first.' })

/** How long it took: half were quicker. Minutes, of those it had happened to. */
export type Median = { minutes: number | null; of: number }
export type Report = {
  setting: SettingReported; from: string; /** The day after the last. */ until: string; whole: Figure
  cuts: { name: string; title: string; parts: { label: string; figure: Figure }[] }[]
  /** By the kinds of worry that guidance names. A concern can be of several. */ kinds: { label: string; figure: Figure }[]
  /** Those of no kind yet; for whoever sees rows. */ unsaid: number | null
  medians: { received: Median; taken: Median } | null
}

/**
 * What governance is told of a setting's concerns in a time: how many, how near the danger, how serious, whether they were answered and taken on in time, where they stood at the end, and what kinds of worry they were. A lead or deputy gets exact counts of what
 * they may see, between any two days; a head, and a programme lead or evaluator of its delivery site, figures (modules/figures) of a term that is over. There is no way from it to a concern.
 */
export async function governanceReport(viewer: Viewer, input: z.input<typeof GovernanceReport>): Promise<Report> {
  if (!mayReadReports(viewer)) throw new Forbidden('Reports on concerns are for leads, heads and the delivery site.')
  const { organisationId, from, until } = GovernanceReport.parse(input)
  const setting = (await settingsReported(viewer)).find(({ id }) => id === organisationId)
  if (!setting) throw new NotFound()
  if (!setting.seesRows && (termOf(from).from !== from || termOf(from).until !== until || until > today())) throw new Conflict('Figures are of a whole term that is over.')
  return read(viewer, async (tx) => {
    const rows = setting.seesRows
      ? (await tx.$queryRaw<{ cut: string; counts: bigint[] }[]>`SELECT * FROM app.governance_counts(${organisationId}::uuid, ${from}::date, ${until}::date)`).map(({ cut, counts }) => {
        const parts = counts.map(Number)
        return { cut, told: [parts.reduce((sum, part) => sum + part, 0), ...parts] as Figure[] }
      })
      : await tx.$queryRaw<{ cut: string; told: Figure[] }[]>`SELECT * FROM app.governance_figures(${organisationId}::uuid, ${from}::date)`
    if (!rows.length) throw new NotFound()
    const told = (name: string) => rows.find(({ cut }) => cut === name)!.told
    const [medians] = !setting.seesRows ? [] : await tx.$queryRaw<{ received: number | null; ofReceived: number; taken: number | null; ofTaken: number }[]>`
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY "receivedMinutes") AS received, count("receivedMinutes")::int AS "ofReceived", percentile_cont(0.5) WITHIN GROUP (ORDER BY "takenMinutes") AS taken, count("takenMinutes")::int AS "ofTaken"
      FROM app.concerns_counted(${organisationId}::uuid, ${from}::date, ${until}::date)`
    return {
      setting, from, until, whole: told('danger')[0]!,
      cuts: cuts.map(({ name, title, parts }) => ({ name, title, parts: parts.map((label, at) => ({ label, figure: told(name)[at + 1] ?? null })) })),
      kinds: categories.map(({ key, label }) => ({ label, figure: told(`kind ${key}`)[1] ?? null })),
      unsaid: setting.seesRows ? told('said')[2]! : null,
      medians: medians ? { received: { minutes: medians.received, of: medians.ofReceived }, taken: { minutes: medians.taken, of: medians.ofTaken } } : null,
    }
  })
}
