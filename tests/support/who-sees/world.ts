import { databaseUrl } from '#modules/db/clients.server.ts'
import { onServer } from '#tests/support/template.ts'

/** A row as text by column, as the administrator sees it. */
export type Row = Readonly<Record<string, string | null>>
/** Somebody looking: a person, or a mentee on a visit. */
export type Looker = { called: string; person?: string; mentee?: string }
/** May this one see this row? Said once a table, in the words of the design, from the whole of the data: not by asking the policies. */
export type Rule = (row: Row, eyes: Eyes) => boolean

export type World = { now: string; tables: Map<string, Row[]>; keys: Map<string, string[]> }

const rowsOf = async <Found>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Found[]

/** Everything there is. */
export async function theWorld(): Promise<World> {
  const names = await rowsOf<{ name: string; key: string[] }>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS key FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
    WHERE n.nspname = 'public' AND c.relkind = 'r' GROUP BY 1 ORDER BY 1`)
  const tables = new Map<string, Row[]>()
  for (const { name } of names) tables.set(name, (await rowsOf<{ row: Row }>(`SELECT (SELECT jsonb_object_agg(key, value) FROM jsonb_each_text(to_jsonb(t))) AS row FROM "${name}" t`)).map(({ row }) => row))
  const [at] = await rowsOf<{ now: string }>(`SELECT to_jsonb(app.now())#>>'{}' AS now`)
  return { now: at!.now, tables, keys: new Map(names.map(({ name, key }) => [name, key])) }
}

const turnTo = ['youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'trainer']
const knowPeople = [...turnTo, 'programme_lead']

/** What one looker is, worked out from the data: their roles, groups, cohorts, settings. */
export class Eyes {
  readonly world: World
  readonly me: string | undefined
  readonly mentee: Row | undefined

  constructor(world: World, { person, mentee }: Looker) {
    this.world = world
    this.me = person
    this.mentee = mentee ? this.all('Mentee').find((row) => row.id === mentee) : undefined
  }

  all(table: string): Row[] { return this.world.tables.get(table) ?? [] }
  the(table: string, id: string | null | undefined): Row | undefined { return this.all(table).find((row) => row.id === id) }
  lasts(row: Row): boolean { return Date.parse(row.startsAt!) <= Date.parse(this.world.now) && (!row.endsAt || Date.parse(row.endsAt) > Date.parse(this.world.now)) }
  isMine(id: string | null | undefined): boolean { return this.me !== undefined && id === this.me }

  memberships(): Row[] { return this.all('Membership').filter((row) => this.isMine(row.personId) && this.lasts(row)) }
  /** Do I hold one of these roles there now? With none named, any. */
  holds(organisationId: string | null | undefined, ...roles: string[]): boolean {
    return this.memberships().some((row) => row.organisationId === organisationId && (!roles.length || roles.includes(row.role!)))
  }
  /** Does my delivery site support it, and I am one of these there? */
  supports(organisationId: string | null | undefined, ...roles: string[]): boolean {
    const site = this.the('Organisation', organisationId)?.supportedById
    return Boolean(site) && this.holds(site, ...roles)
  }
  isVisiting(organisationId: string | null | undefined): boolean { return this.mentee !== undefined && this.mentee.organisationId === organisationId }
  canTurnTo(row: Row): boolean { return turnTo.includes(row.role!) }
  knowsPeopleOf(organisationId: string | null): boolean { return this.holds(organisationId, ...knowPeople) }

  /** My place in this group lasts, and so does the role that goes with it. */
  isInGroup(groupId: string | null | undefined, ...parts: string[]): boolean {
    return this.all('GroupMember').some((row) => row.groupId === groupId && this.isMine(row.personId) && this.lasts(row)
      && this.holds(row.organisationId, row.part!) && (!parts.length || parts.includes(row.part!)))
  }
  groupOf(meetingId: string | null | undefined): string | null { return this.the('Meeting', meetingId)?.groupId ?? null }

  isInCohort(cohortId: string | null | undefined, ...parts: string[]): boolean {
    return this.all('CohortMember').some((row) => row.cohortId === cohortId && this.isMine(row.personId) && !row.leftAt && (!parts.length || parts.includes(row.part!)))
  }
  /** A trainer of this mentor course, with the role that goes with it. */
  teaches(cohortId: string | null | undefined): boolean {
    const cohort = this.the('Cohort', cohortId)
    return cohort?.kind === 'mentors' && this.isInCohort(cohort.id, 'trainer') && this.holds(cohort.organisationId, 'trainer', 'trainee_trainer', 'youth_worker')
  }
  /** A learner with a place on this mentor course, and a mentor there. */
  learnsIn(cohortId: string | null | undefined): boolean {
    const cohort = this.the('Cohort', cohortId)
    return cohort?.kind === 'mentors' && this.holds(cohort.organisationId, 'mentor')
      && this.all('CohortMember').some((row) => row.cohortId === cohortId && this.isMine(row.personId) && row.part === 'learner' && Boolean(row.placedAt) && !row.leftAt)
  }
  runs(cohort: Row | undefined): boolean {
    if (!cohort) return false
    const roles = cohort.kind === 'mentors' ? ['coordinator', 'youth_worker', 'trainer'] : ['trainer', 'programme_lead']
    return this.holds(cohort.organisationId, ...roles) || this.isInCohort(cohort.id, 'trainer')
  }
  oversees(cohort: Row | undefined): boolean {
    return this.runs(cohort) || (cohort?.kind === 'mentors' && this.holds(cohort.organisationId, 'head', 'specialist', 'safeguarding_lead', 'deputy_lead'))
  }
}
