import type { Card } from './schema.ts'

export type Practice = Extract<Card, { kind: 'practice' }>

/** How somebody tried a practice. */
export const waysToTry = ['together', 'alone'] as const
export type WayToTry = (typeof waysToTry)[number]

/** What stands in an answer for something the one who watched saw, by its place on the sheet; the answer keeps the content's hash beside it. */
export const sawId = (place: number): string => `saw-${place + 1}`

/** Everything that can be in an answer to a practice. */
export const canBeChosen = (card: Practice): string[] => [...waysToTry, ...card.observer.map((_, place) => sawId(place))]

/** How they tried it, from an answer; null when they have not. */
export const wayTried = (chosen: readonly string[]): WayToTry | null => waysToTry.find((way) => chosen.includes(way)) ?? null
