import type { Mark } from '#prisma/generated/enums.ts'

export type Sitting = { title: string; startsAt: Date; minutes: number; mark: Mark | null }
export type UnitDone = { title: string; finishedAt: Date; minutes: number }
export type HoursFacts = { sittings: readonly Sitting[]; units: readonly UnitDone[]; supervision: { meetings: number; minutes: number } }

export type HoursRow = { kind: 'sitting' | 'supervision' | 'unit'; title: string; on: Date | null; minutes: number; isGuided: boolean; says: string }
export type Hours = { rows: HoursRow[]; guidedMinutes: number; ownMinutes: number; base: readonly string[] }

/** What the figures rest on, in words: a figure without its base is not told. */
export const base: readonly string[] = [
  'Guided: sittings of the course with “here” or “late” in the register, each at its planned length. Late counts whole, because the register does not say how late.',
  'Guided: supervision meetings with “here” or “late”, each at its planned length.',
  'On your own: units of the course that are finished, each at the time it is made for. Nobody measured how long it took.',
  'A missed session that was made up counts by its units. The talk about it is not counted.',
  'All of it is worked out anew each time, from the register, the units and supervision. No sum is kept.',
]

/**
 * A learner's ledger of learning, in minutes (AC-14). Guided learning is time with somebody who teaches or supervises (Ofqual's word for it);
 * guided and own time together are what a qualification calls its total time.
 */
export function hours({ sittings, units, supervision }: HoursFacts): Hours {
  const rows: HoursRow[] = [
    ...sittings.filter(({ mark }) => mark === 'present' || mark === 'late').map(({ title, startsAt, minutes, mark }) => ({ kind: 'sitting' as const, title, on: startsAt, minutes, isGuided: true, says: mark === 'late' ? 'Late, counted whole' : 'Here' })),
    ...(supervision.meetings > 0 ? [{ kind: 'supervision' as const, title: `${supervision.meetings} supervision ${supervision.meetings === 1 ? 'meeting' : 'meetings'}`, on: null, minutes: supervision.minutes, isGuided: true, says: 'Here, or late' }] : []),
    ...units.map(({ title, finishedAt, minutes }) => ({ kind: 'unit' as const, title, on: finishedAt, minutes, isGuided: false, says: 'Finished' })),
  ]
  const sum = (isGuided: boolean) => rows.reduce((all, row) => all + (row.isGuided === isGuided ? row.minutes : 0), 0)
  return { rows, guidedMinutes: sum(true), ownMinutes: sum(false), base }
}
