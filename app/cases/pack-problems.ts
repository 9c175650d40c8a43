/** What the page of a locked file says when it could not be made: its answer is a file, so that a refusal comes back by the address, in one of these words. */
export const packProblems = {
  password: { words: 'Many people choose that one, or it has a name in it: yours, the young person’s or your setting’s. Try three random words.', isPassword: true },
  again: { words: 'It was not made. Write the password once more, and make it again.', isPassword: false },
  moved: { words: 'It has moved on since you opened it. Look at it again.', isPassword: false },
} as const
