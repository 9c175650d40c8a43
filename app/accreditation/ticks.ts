/** The rules of evidence an assessor ticks. */
export const ticks = [
  { name: 'isValid', label: 'Valid', hint: 'It shows what this criterion asks.' }, { name: 'isAuthentic', label: 'Authentic', hint: 'It is their own.' },
  { name: 'isCurrent', label: 'Current', hint: 'It is recent enough to be true of them now.' }, { name: 'isSufficient', label: 'Sufficient', hint: 'It is enough.' },
] as const
