/** A line of a chronology as a pack carries it: what it says, and the parts its link was made of, so that whoever receives it can make the link again. */
export type PackLine = {
  number: number; at: string; says: string; byName: string | null; isStruck: boolean
  parts: { label: string | null; text: string }[]
  /** Where on a body something was seen, in words; the drawing is in the PDF. */
  marks: { place: string; words: string }[]
  link: { id: string; kind: string; byId: string; ms: number; facts: string; wordsHash: string; hash: string }
}

/** A case as it leaves Belay: the JSON of a pack is this, and its PDF says the same. Its format is in docs/case-packs.md. */
export type Pack = {
  format: 'belay-case-pack'; version: 1
  madeAt: string; madeBy: string
  setting: { name: string; phone: string | null; timeZone: string }
  handedOn: { at: string; receiptBy: string; says: { label: string | null; text: string }[]; /** Where the receiving lead says that it has arrived; none once somebody has. */ receiptLink: string | null } | null
  concern: {
    raisedAt: string; raisedBy: string; danger: string; isAboutAdult: boolean; isAboutMentoring: boolean; who: string; what: string
    level: string | null; state: string; lookedAfterBy: string | null; kinds: string[]; keptFrom: string[]
  }
  chronology: PackLine[]
  actions: { what: string; owner: string; dueOn: string; end: 'done' | 'dropped' | null }[]
  /** Whom it was referred to. `isOpen`: they are still waited for. */
  agencies: { name: string; phone: string | null; askedAt: string; isOpen: boolean; answer: string | null; reference: string | null }[]
  /** Every link is SHA-256 over the link before, the fields joined by "|", and the hash of the sealed words. The last line has the hash of the words as they are read, with `salt` before them. */
  chain: { salt: string; concernId: string; organisationId: string; length: number; head: string }
}
