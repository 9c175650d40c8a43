import { now } from '../clock.ts'
import { isAtLeast } from './age.ts'

/** Under 13 a parent or carer says yes before a badge is public (standards.md IO-02). Whose date of birth is not known is treated as a child, unless an adult of the setting has said that they are 13 or older. */
export const needsParent = ({ bornOn, isSaid }: { bornOn: Date | null; isSaid: boolean }): boolean => (bornOn === null ? !isSaid : !isAtLeast(13, bornOn, now()))
