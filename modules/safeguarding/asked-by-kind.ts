type AskedByKind = { kinds: readonly string[]; title: string; words: string }

/** What guidance asks of whoever keeps a case of a certain kind, and is easily got wrong. Sources: FGM Act 2003 s.5B; National Referral Mechanism, Modern Slavery Act 2015 s.52; UKCIS, sharing nudes and semi-nudes; multi-agency guidance on forced marriage. */
const asked: readonly AskedByKind[] = [
  { kinds: ['intimate_images', 'sextortion'], title: 'Nobody looks at the images.', words: 'Nor copies, prints, saves or forwards them, nor asks anybody to show them: write down what you were told about them. Keep the device safe, switched off, and let the police or children’s social care say what happens to it. Report Remove can take down what shows somebody under 18.' },
  { kinds: ['fgm'], title: 'Whoever it was told to reports it themself.', words: 'A teacher, and a health or social care professional, who hears of FGM from the girl herself, or sees signs of it in their work, tells the police (101) by the end of the next working day, if she is under 18. Nobody does it for them, and this record does not replace it.' },
  { kinds: ['forced_marriage', 'honour_abuse'], title: 'Do not speak with the family first.', words: 'Nor let anybody mediate: it can bring forward what they are afraid of. The Forced Marriage Unit advises.' },
  { kinds: ['modern_slavery', 'criminal_exploitation', 'sexual_exploitation'], title: 'Ask about the National Referral Mechanism.', words: 'Where slavery or trafficking may be behind it, the local authority or the police refer a child to it, and need no consent for that. Ask for it in the referral, and write down what they answered.' },
]

/** Of these kinds, what is asked: each once. */
export const askedByKind = (kinds: readonly string[]): readonly AskedByKind[] => asked.filter((one) => one.kinds.some((kind) => kinds.includes(kind)))
