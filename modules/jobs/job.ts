import type { z } from 'zod'

/** A kind of job: its name (also its queue's), the shape of what it carries (ids only), and what it does. */
export type Job<Data extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly data: Data
  /** `singleton`-like policies of pg-boss; standard when absent. */
  readonly policy?: 'standard' | 'short' | 'singleton' | 'stately'
  /** How long one run may take before it counts as dead and is done again; a quarter of an hour when absent. */
  readonly seconds?: number
  /** How many of it may run at once in a process, and how many of those of one group; one after another when absent. */
  readonly atOnce?: { readonly all: number; readonly ofAGroup: number }
  /** Five-field cron, UTC, for what runs by the clock. */
  readonly every?: string
  readonly work: (data: z.infer<Data>) => Promise<void>
}

/** Says what a job is. The work may run twice (a process may die after it and before saying so), and must come to the same. */
export const defineJob = <Data extends z.ZodType>(job: Job<Data>): Job<Data> => job
