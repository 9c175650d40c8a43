import { createContext, useContext } from 'react'
import type { UnitSeen } from '#modules/learning/find-unit-for-learner.server.ts'
import type { Keeping } from './use-keeping.ts'

type UnitContext = {
  seen: UnitSeen
  keeping: Keeping
  /** The id the next answer will have, when it is sent without script. */
  answerId: string
  /** The address of something of this unit: `to('answers')`. */
  to: (what: string) => string
}

const Context = createContext<UnitContext | null>(null)
export const UnitProvider = Context.Provider

export function useUnit(): UnitContext {
  const unit = useContext(Context)
  if (!unit) throw new Error('This belongs inside a unit.')
  return unit
}
