import { z } from 'zod'
import { today } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import type { Figure } from '../figures/say-figure.ts'
import { categories } from '../safeguarding/categories.ts'
import { adultCuts, cuts } from './cuts.ts'
import { sinceRaised, type Median, type SinceRaised } from './since-raised.server.ts'
import { mayReadReports, settingsReported, type SettingReported } from './settings-reported.server.ts'
import { termOf } from './terms.ts'

const Day = z.iso.date('A day is year, month, day.')
export const GovernanceReport = z.object({ organisationId: z.uuid(), from: Day, until: Day }).refine(({ from, until }) => from < until, { path: ['until'], message: 'The last day is before the first.' })

export type Report = {
  setting: SettingReported; from: string; /** The day after the last. */ until: string; whole: Figure
  cuts: { name: string; title: string; /** What these are the parts of. */ of: Figure; parts: { label: string; figure: Figure }[] }[]
  /** By the kinds of worry that guidance names. A concern can be of several. */ kinds: { label: string; figure: Figure }[]
  /** Those of no kind yet; for whoever sees rows. */ unsaid: number | null
  medians: { received: Median; taken: Median } | null
  /** Of those about adults, in their register: how many, and how they part. */ adults: { whole: Figure; cuts: Report['cuts'] }
  /** How long each further step took, and whether where danger was now anybody waited; for whoever sees rows. */ since: SinceRaised | null
}

/**
 * What governance is told of a setting's concerns in a time: how many, how near the danger, how serious, whether they were answered and taken on in time, where they stood at the end, and what kinds of worry they were. A lead or deputy gets exact counts of what
 * they may see, between any two days; a head, and a programme lead or evaluator of its delivery site, figures (modules/figures) of a term that is over. Concerns about adults are counted beside them, never with them. There is no way from it to a concern.
 */
export async function governanceReport(viewer: Viewer, input: z.input<typeof GovernanceReport>): Promise<Report> {
  if (!mayReadReports(viewer)) throw new Forbidden('Reports on concerns are for leads, heads and the delivery site.')
  const { organisationId, from, until } = GovernanceReport.parse(input)
  const setting = (await settingsReported(viewer)).find(({ id }) => id === organisationId)
  if (!setting) throw new NotFound()
  if (!setting.seesRows && (termOf(from).from !== from || termOf(from).until !== until || until > today())) throw new Conflict('Figures are of a whole term that is over.')
  return read(viewer, async (tx) => {
    const rows = setting.seesRows
      ? (await tx.$queryRaw<Counted[]>`SELECT * FROM app.governance_counts(${organisationId}::uuid, ${from}::date, ${until}::date)`).map(exactly)
      : await tx.$queryRaw<Told[]>`SELECT * FROM app.governance_figures(${organisationId}::uuid, ${from}::date)`
    if (!rows.length) throw new NotFound()
    const ofAdults = setting.seesRows
      ? (await tx.$queryRaw<Counted[]>`SELECT * FROM app.adults_in_counts(${organisationId}::uuid, ${from}::date, ${until}::date)`).map(exactly)
      : await tx.$queryRaw<Told[]>`SELECT * FROM app.adults_in_figures(${organisationId}::uuid, ${from}::date)`
    const told = (name: string) => rows.find(({ cut }) => cut === name)!.told
    const parted = (ways: readonly { name: string; title: string; parts: readonly string[] }[], of: Told[]): Report['cuts'] =>
      ways.flatMap(({ name, title, parts }) => { const one = of.find(({ cut }) => cut === name); return one ? [{ name, title, of: one.told[0] ?? null, parts: parts.map((label, at) => ({ label, figure: one.told[at + 1] ?? null })) }] : [] })
    const [medians] = !setting.seesRows ? [] : await tx.$queryRaw<{ received: number | null; ofReceived: number; taken: number | null; ofTaken: number }[]>`
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY "receivedMinutes") AS received, count("receivedMinutes")::int AS "ofReceived", percentile_cont(0.5) WITHIN GROUP (ORDER BY "takenMinutes") AS taken, count("takenMinutes")::int AS "ofTaken"
      FROM app.concerns_counted(${organisationId}::uuid, ${from}::date, ${until}::date)`
    return {
      setting, from, until, whole: told('danger')[0]!,
      cuts: parted(cuts, rows),
      kinds: categories.map(({ key, label }) => ({ label, figure: told(`kind ${key}`)[1] ?? null })),
      unsaid: setting.seesRows ? told('said')[2]! : null,
      medians: medians ? { received: { minutes: medians.received, of: medians.ofReceived }, taken: { minutes: medians.taken, of: medians.ofTaken } } : null,
      adults: { whole: ofAdults.find(({ cut }) => cut === 'weight')?.told[0] ?? null, cuts: parted(adultCuts, ofAdults) },
      since: setting.seesRows ? await sinceRaised(tx, { organisationId, from, until }) : null,
    }
  })
}

type Counted = { cut: string; counts: bigint[] }
type Told = { cut: string; told: Figure[] }
const exactly = ({ cut, counts }: Counted): Told => {
  const parts = counts.map(Number)
  return { cut, told: [parts.reduce((sum, part) => sum + part, 0), ...parts] }
}
