import { z } from 'zod'
import { placeOf, places } from './body.ts'

/** What a mark looked like: chosen, so that nobody has to find words for it, and never what made it. Source: standards §1.3, injury. */
export const looks = {
  size: { label: 'How big was it?', options: ['like a pea', 'like a coin', 'like an egg', 'like a hand', 'bigger than a hand'] },
  shape: { label: 'What shape?', options: ['round', 'long and thin', 'like fingers or a hand', 'like a thing', 'no clear shape'] },
  colour: { label: 'What colour?', options: ['red', 'blue or purple', 'brown', 'yellow or green', 'darker than the skin around it', 'paler than the skin around it', 'black'] },
  broken: { label: 'Was the skin broken?', options: ['yes', 'no'] },
  swollen: { label: 'Was it swollen?', options: ['yes', 'no'] },
} as const
export type Look = keyof typeof looks
export const lookNames = Object.keys(looks) as Look[]

/** As many marks as one map takes. More go on a second. */
export const mostMarks = 8

const look = (name: Look) => z.union([z.literal(''), z.enum(looks[name].options)], 'Pick one of the answers, or leave it out.').default('')
const at = z.union([z.literal('').transform(() => null), z.coerce.number().min(0).max(1000).transform(Math.round), z.null()]).default(null)

/** A mark: where on the body, where in its picture (nothing said: the middle of the place), and what it looked like. */
export const Mark = z.object({
  place: z.string().refine((key) => placeOf(key) !== undefined, 'Pick a place from the list.'), x: at, y: at,
  size: look('size'), shape: look('shape'), colour: look('colour'), broken: look('broken'), swollen: look('swollen'),
  more: z.string().trim().max(1000, 'That is longer than fits. Keep the most important part.').default(''),
})
export type Mark = z.infer<typeof Mark>
export const Marks = z.array(Mark).min(1, 'Pick a place: press it on the drawing, or choose it from the list.').max(mostMarks)

/** The marks as a form names them, `place-0`, `size-0` and so on; one of which nothing is said is none. */
export const marksOf = (said: Record<string, string>): Record<string, string>[] =>
  Array.from({ length: mostMarks }, (_, index) => Object.fromEntries(Object.keys(Mark.shape).map((name) => [name, said[`${name}-${index}`] ?? '']))).filter((mark) => Object.values(mark).some(Boolean))

export const nameOf = (mark: Pick<Mark, 'place'>): string => placeOf(mark.place)?.name ?? 'somewhere'

const words: Record<Look, (said: string) => string> = {
  size: (said) => said, shape: (said) => said, colour: (said) => said,
  broken: (said) => (said === 'yes' ? 'the skin was broken' : 'the skin was not broken'), swollen: (said) => (said === 'yes' ? 'swollen' : 'not swollen'),
}

/** A mark in words: the same that the map shows. */
export const inWords = (mark: Mark): string => {
  const said = lookNames.flatMap((name) => (mark[name] ? [words[name](mark[name])] : [])).join(', ')
  return [said && `${said.charAt(0).toUpperCase()}${said.slice(1)}.`, mark.more].filter(Boolean).join(' ') || 'Nothing more was said of it.'
}

/** The sealed text of a line, read again. */
export const marksIn = (words: string | null): Mark[] => (words === null ? [] : (JSON.parse(words) as Mark[]))

export const placesIn = (picture: string) => places.filter((place) => place.picture === picture)
