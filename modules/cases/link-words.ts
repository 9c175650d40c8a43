import type { ConcernLinkKind } from '#prisma/generated/enums.ts'

/** How two concerns belong together, as whoever links them chooses it. */
export const linkKinds = [
  { value: 'same_person', label: 'They are about the same person' },
  { value: 'sibling', label: 'They are about siblings, or children of one household' },
] as const satisfies readonly { value: ConcernLinkKind; label: string }[]

/** The same, as the one concern says it of the other. */
export const linkWords: Record<ConcernLinkKind | 'same_as' | 'is_same', string> = {
  same_person: 'About the same person', sibling: 'About a sibling, or a child of the same household', same_as: 'This one was found to be the same', is_same: 'It was found to be the same as this one',
}
