/** People to ring or write to, day and night unless it says otherwise. Checked yearly (docs/running.md). Source: standards.md §1.4. */
export type HelpLine = { name: string; say: string; to: string; when: string }

export const childline: HelpLine = { name: 'Childline', say: '0800 1111', to: 'tel:08001111', when: 'Under 19. Any time, free.' }
/** Its hours have changed more than once: said so that it stays true, and nobody rings an empty office at night. */
export const nspcc: HelpLine = { name: 'NSPCC', say: '0808 800 5000', to: 'tel:08088005000', when: 'Worried about a child. Weekdays, by day. Not at night.' }

export const helpLines: readonly HelpLine[] = [
  childline,
  { name: 'Shout', say: 'text SHOUT to 85258', to: 'sms:85258?body=SHOUT', when: 'By text. Any time, free.' },
  { name: 'Samaritans', say: '116 123', to: 'tel:116123', when: 'Any age. Any time, free.' },
  { name: 'Papyrus', say: '0800 068 4141', to: 'tel:08000684141', when: 'Under 35, when life feels too much. Any time.' },
  nspcc,
  { name: 'NHS 111', say: '111, then option 2', to: 'tel:111', when: 'Mental health help now. Any time.' },
]
