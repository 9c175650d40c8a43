export const stages = {
  interim: { says: 'On the way', hint: 'From everything that is decided so far.' },
  summative: { says: 'Before signing off', hint: 'Only from learners who are met in everything.' },
} as const

/** How far what was drawn is. */
export const states = { waiting: { says: 'Waiting', tone: 'dusk' }, agreed: { says: 'Agreed', tone: 'rope' }, open: { says: 'Action open', tone: 'sun' }, settled: { says: 'Settled', tone: 'rope' } } as const
