import type { Role } from '#prisma/generated/enums.ts'

/** Somebody looking: a person with their memberships as they stand now. Always the first argument of a deed. */
export type Viewer = {
  readonly id: string
  readonly name: string
  readonly memberships: readonly { readonly organisationId: string; readonly role: Role }[]
  /** Absent for deeds done by seeds and tests. */
  readonly sessionId?: string
}

/** A mentee on a short visit, let in by a code. Not a person: they have no account. */
export type Visitor = {
  readonly menteeId: string
  readonly organisationId: string
  readonly visitId: string
}
