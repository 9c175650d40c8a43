import type { Parcel } from '#app/learn/post.ts'

export type AnswerGiven = { sessionId: string; answerId: string; questionId: string; chosen: string | null; words: string }

/** Where answers lie on the device until the server has them, whichever room they were given in. */
export const answersPlace = 'teaching'

/** What the outbox knows an answer by while it waits. */
export const waitsAs = (sessionId: string, questionId: string): string => `${sessionId}/${questionId}`

export const parcelOf = ({ sessionId, answerId, questionId, chosen, words }: AnswerGiven): Parcel => ({
  to: 'answers',
  fields: [['sessionId', sessionId], ['answerId', answerId], ['questionId', questionId], ['cardId', waitsAs(sessionId, questionId)], ...(chosen ? [['chosen', chosen] as [string, string]] : []), ['words', words]],
})
