/** News of awards, to whose they are. Each carries ids alone. */
export const awardNews = { awarded: 'award:awarded', takenBack: 'award:taken-back', changed: 'award:changed' } as const
