import type { Mark } from '#prisma/generated/enums.ts'

export const markNames: Record<Mark, string> = { present: 'Here', late: 'Late', absent: 'Not here', excused: 'Excused' }
export const markTones: Record<Mark, 'rope' | 'sun' | 'plain'> = { present: 'rope', late: 'rope', absent: 'sun', excused: 'plain' }
export const patternNames = { two_day: 'Two days', five_session: 'Five sessions' } as const
