import { useCallback, useMemo, useState } from 'react'
import { v7 } from 'uuid'
import type { AnswerSeen, UnitSeen } from '#modules/learning/find-unit-for-learner.server.ts'
import { leftToDo } from '#modules/learning/left-to-do.ts'
import { useOutbox, type OutboxState } from './use-outbox.ts'

export type Keeping = {
  /** Does this person learn here, so that answers are kept? */
  isKept: boolean
  answers: Record<string, Pick<AnswerSeen, 'chosen' | 'words'>>
  isFinished: boolean
  /** Cards that still ask something before the unit can be finished. */
  left: readonly string[]
  state: OutboxState
  answer: (cardId: string, chosen: readonly string[], words?: string) => void
  moveTo: (cardId: string) => void
  finish: () => void
}

/** Everything that is kept of somebody's way through a unit: shown at once, sent in order, held on the device until it has arrived. */
export function useKeeping(seen: UnitSeen, at: string, personId: string): Keeping {
  const isKept = seen.isLearner
  const { state, send, waiting } = useOutbox(at, `unit/${seen.unit.id}`, personId, isKept)
  const [given, setGiven] = useState<Keeping['answers']>({})
  const [settled, setSettled] = useState<readonly string[]>([])
  const [isDone, setDone] = useState(false)

  const answer = useCallback((cardId: string, chosen: readonly string[], words = '') => {
    setGiven((before) => ({ ...before, [cardId]: { chosen: [...chosen], words } }))
    // A scenario walked to its end stays so, though another way is tried afterwards.
    if (leftToDo({ cards: seen.unit.cards.filter((card) => card.id === cardId) }, [{ cardId, chosen }]).length === 0) setSettled((before) => [...before, cardId])
    const id = v7()
    send(`answer/${id}`, { to: 'answers', fields: [['id', id], ['cardId', cardId], ...chosen.map((one): [string, string] => ['chosen', one]), ['words', words]] })
  }, [send, seen])
  const moveTo = useCallback((cardId: string) => { if (isKept) send('place', { to: 'place', fields: [['cardId', cardId]] }) }, [isKept, send])
  const finish = useCallback(() => { setDone(true); send('finish', { to: 'finish', fields: [] }) }, [send])

  return useMemo(() => ({
    isKept, state, answer, moveTo, finish,
    // What waits on the device from an earlier visit is newer than what the server knew; what was done on this page is newest.
    answers: { ...seen.answers, ...waiting, ...given },
    left: seen.left.filter((cardId) => !settled.includes(cardId)),
    isFinished: isDone || seen.place.state === 'finished',
  }), [isKept, state, answer, moveTo, finish, seen, waiting, given, settled, isDone])
}
