/** News of assessment. Each carries ids alone; whoever hears it reads again and is asked again. */
export const assessmentNews = {
  /** To the learner: a criterion was decided. */
  decided: 'assessment:decided',
  /** To the learner: a trainer handed in something for them. */
  handedIn: 'assessment:handed-in',
} as const
