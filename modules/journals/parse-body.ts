import { z } from 'zod'
import { plainOf, type Body as Read, type TextNode } from './body.ts'

const Element = (type: 'paragraph' | 'quote' | 'listitem') => z.object({ type: z.literal(type), get children() { return z.array(Node) } })

// What is not named here (styles, keys, versions) is left behind: nothing of a stored text can carry more than words and their shape.
const Node: z.ZodType<TextNode> = z.lazy(() => z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), format: z.int().min(0).max(2047).default(0) }),
  z.object({ type: z.literal('linebreak') }),
  z.object({ type: z.literal('tab'), text: z.string().default('\t') }),
  Element('paragraph'), Element('quote'), Element('listitem'),
  z.object({ type: z.literal('list'), listType: z.enum(['bullet', 'number', 'check']).default('bullet'), get children() { return z.array(Node) } }),
]))

/** The longest text of one entry, in characters: some thirty pages. */
export const longest = 60_000

const lines = (text: string) => text.replaceAll('\r\n', '\n')

/** A body as the page sends it. */
export const Body = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plain'), text: z.string().transform(lines) }),
  z.object({ kind: z.literal('rich'), state: z.object({ root: z.object({ type: z.literal('root').default('root'), children: z.array(Node) }) }) }),
]).refine((body) => plainOf(body).length <= longest, 'This is longer than one entry can be. Carry on in a second one.')

/** A body, or the JSON of one, as a form field carries it. */
export const BodyField = z.union([
  Body,
  z.string().transform((json, context): unknown => {
    try {
      return JSON.parse(json)
    } catch {
      context.addIssue('The text arrived broken.')
      return z.NEVER
    }
  }).pipe(Body),
])

/** A body as it was sealed. */
export const bodyFrom = (json: string | null): Read => (json === null ? { kind: 'plain', text: '' } : Body.parse(JSON.parse(json)))
