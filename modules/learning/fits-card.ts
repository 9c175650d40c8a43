import { z } from 'zod'
import type { Card } from '../curriculum/schema.ts'
import { canBeChosen, wayTried, waysToTry } from '../curriculum/practice.ts'
import { walk } from '../curriculum/walk.ts'

const none = z.array(z.string()).max(0, 'There is nothing to choose on this card.')
const noWords = z.string().max(0, 'There is nothing to write on this card.')

/** What can be an answer to a card. */
export function fitsCard(card: Card): z.ZodType<{ chosen: string[]; words: string }> {
  if (card.kind === 'question') return z.object({ chosen: none, words: z.string().min(1, 'Write a few words, or carry on without.') })
  if (card.kind === 'check') return z.object({ chosen: z.array(z.enum(card.options.map((option) => option.id) as [string, ...string[]])).length(1, 'Choose one.'), words: noWords })
  if (card.kind === 'scenario') return z.object({ chosen: z.array(z.string()).min(1, 'Choose one.').refine((chosen) => walk(card, chosen) !== null, 'That is no way through this scenario.'), words: noWords })
  if (card.kind === 'practice') {
    const chosen = z.array(z.enum(canBeChosen(card) as [string, ...string[]])).refine((all) => new Set(all).size === all.length && wayTried(all) !== null && !waysToTry.every((way) => all.includes(way)), 'Say how you tried it: together, or on your own.')
    return z.object({ chosen, words: noWords })
  }
  return z.object({ chosen: none.min(1, 'This card asks for no answer.'), words: noWords })
}
