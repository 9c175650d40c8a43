export type AgendaKind = 'check-in' | 'safety' | 'topic' | 'top-up' | 'agreed'

/**
 * How every meeting goes (SUP-04 to SUP-07). The reminder that nothing serious waits stands in it each time. Positions leave room for topics
 * brought to the meeting; what was agreed comes last.
 */
export const standardAgenda: readonly { position: number; kind: AgendaKind; title: string; minutes: number }[] = [
  { position: 10, kind: 'check-in', title: 'Check-in round', minutes: 5 },
  { position: 20, kind: 'safety', title: 'Nothing serious waits', minutes: 1 },
  { position: 30, kind: 'topic', title: 'How are your meetings going?', minutes: 12 },
  { position: 40, kind: 'top-up', title: 'Top-up: a skill to take away', minutes: 15 },
  { position: 1000, kind: 'agreed', title: 'What we agreed', minutes: 5 },
]
