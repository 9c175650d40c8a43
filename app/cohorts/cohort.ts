import type { Jsonified } from '#app/http/jsonified.ts'
import type { findCohort } from '#modules/cohorts/find-cohort.server.ts'

/** A cohort as its page has it. */
export type Cohort = Jsonified<Awaited<ReturnType<typeof findCohort>>>
