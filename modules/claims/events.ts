/** News of claims. Each carries ids alone; whoever hears it reads again and is asked again. */
export const claimNews = {
  /** To the learner: their claim went a step further. */
  moved: 'claims:moved',
} as const
