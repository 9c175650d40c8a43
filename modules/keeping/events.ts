/** News of keeping. It carries ids alone; whoever hears it reads again and is asked again. */
export const keepingNews = {
  /** To whoever may agree: a colleague asks that something is destroyed. */
  asked: 'keeping:asked',
} as const
