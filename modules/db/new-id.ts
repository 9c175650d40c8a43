import { v7 } from 'uuid'

/** A new key: uuid v7, which grows with time. The page may make one too, so that a resend is the same row. */
export const newId = (): string => v7()
