import type { EvidenceKind } from '#modules/curriculum/specification.ts'

/** Kinds of evidence, as people read them. */
export const kindNames: Record<EvidenceKind, string> = {
  answer: 'An answer from a unit', reflection: 'A passage of a reflection', discussion: 'A professional discussion', witness: 'A witness statement', observation: 'An observation', work: 'A photo, a recording or a file of your work',
}

/** Several kinds in one line. */
export const sayKinds = (kinds: readonly string[]): string =>
  kinds.map((kind, at) => { const name = kindNames[kind as EvidenceKind]; return at === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1) }).join(', ')
