/** News of the registers. Each carries ids alone; whoever hears it reads again and is asked again. */
export const registerNews = {
  /** To the learner: something was answered. */
  answered: 'registers:answered',
  /** To those who look into it: something was written down. */
  reported: 'registers:reported',
} as const
