/**
 * The agreement a mentor signs before they meet a mentee. Other words are another number: what somebody signed stays what they signed, and
 * whoever signed older words is asked to sign these.
 */
export const agreement = {
  version: 1,
  promises: [
    'I turn up when I said I would. When I cannot, I say so before.',
    'I listen. I am not a therapist, a teacher or a parent.',
    'I never promise to keep a secret. When somebody may not be safe, I tell my youth worker at once.',
    'I meet my mentee only where and when an adult of my setting knows about it.',
    'I do not message my mentee, and we do not follow each other online.',
    'I take no presents and give none, and I lend no money.',
    'I do not tell other people what my mentee tells me, or who they are.',
    'I come to supervision, and I say when something is hard.',
  ],
  inReturn: [
    'An adult is there to turn to before, during and after every meeting.',
    'You can say no to a match, and you can stop. Nobody will be cross with you.',
    'When you pass something on, adults take it from there. You do not carry it alone.',
  ],
} as const
