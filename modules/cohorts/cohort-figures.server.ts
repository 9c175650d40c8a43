import type { Tx } from '../db/transaction.server.ts'

/** How many have a place and how many wait, for those cohorts the viewer sees. */
export async function cohortFigures(tx: Tx, cohortIds: readonly string[]): Promise<(cohortId: string) => { placed: number; waiting: number }> {
  const rows = cohortIds.length === 0 ? [] : await tx.$queryRaw<{ cohort: string; placed: number; waiting: number }[]>`SELECT * FROM app.cohort_figures(${[...cohortIds]}::uuid[])`
  const byId = new Map(rows.map(({ cohort, placed, waiting }) => [cohort, { placed, waiting }]))
  return (cohortId) => byId.get(cohortId) ?? { placed: 0, waiting: 0 }
}
