import type { ClaimStanding } from '#prisma/generated/enums.ts'

/** What may follow what. An accepted claim may be accepted once more, with the number put right. */
const after: Record<ClaimStanding, readonly ClaimStanding[]> = { draft: ['sent'], sent: ['accepted', 'queried'], queried: ['sent'], accepted: ['accepted'] }

export const mayFollow = (now: ClaimStanding, next: ClaimStanding): boolean => after[now].includes(next)

/** How it stands: the newest of its states. */
export const newestOf = <State extends { number: number }>(states: readonly State[]): State => states.reduce((newest, one) => (one.number > newest.number ? one : newest))
