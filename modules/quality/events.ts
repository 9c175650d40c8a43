/** News of quality assurance. Each carries ids alone; whoever hears it reads again and is asked again. */
export const qualityNews = {
  /** To the assessor: a quality assurer does not agree with a decision of theirs, or asks once more. */
  asked: 'quality:asked',
  /** To the quality assurer: an action they made was answered. */
  answered: 'quality:answered',
} as const
