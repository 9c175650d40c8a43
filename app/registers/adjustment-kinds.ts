import type { AdjustmentKind } from '#prisma/generated/enums.ts'

/** The two kinds, as people read them. */
export const adjustmentKinds: Record<AdjustmentKind, { label: string; hint: string }> = {
  reasonable_adjustment: { label: 'Something done differently', hint: 'To show what one can: more time, a reader, saying it aloud, larger print, a quiet room' },
  special_consideration: { label: 'Something that happened', hint: 'Illness, loss, trouble at home: so that it is weighed' },
}
