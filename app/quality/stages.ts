export const stages = {
  interim: { says: 'On the way', hint: 'From everything that is decided so far.' },
  summative: { says: 'Before signing off', hint: 'Only from learners who are met in everything.' },
} as const
