import { now } from '../clock.ts'
import { isAtLeast } from './age.ts'

/** Under 13 a parent or carer says yes before a badge is public (standards.md IO-02); whose age is not known is treated as a child. */
export const needsParent = (bornOn: Date | null): boolean => bornOn === null || !isAtLeast(13, bornOn, now())
