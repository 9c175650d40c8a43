import { LineCounter, isMap, isNode, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problems } from './problems.ts'

/** Reads YAML against a schema. `firstLine` is the line of the file on which the YAML begins. */
export function readYaml<Shape>(text: string, schema: z.ZodType<Shape>, problems: Problems, firstLine = 1): { value: Shape; lineOf: (path: readonly PropertyKey[]) => number } | null {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1
  for (const error of document.errors) problems.at(line(error.pos[0]), error.message.split('\n')[0]!)
  if (document.errors.length > 0) return null

  // The line of the key where there is one: an unknown key has no value worth pointing at.
  const lineOf = (path: readonly PropertyKey[]): number => {
    const last = path.at(-1)
    if (last === undefined) return firstLine
    const parent = document.getIn(path.slice(0, -1), true)
    const pair = isMap(parent) ? parent.items.find((item) => isNode(item.key) && String(item.key) === String(last)) : undefined
    const node = isNode(pair?.key) ? pair.key : document.getIn(path, true)
    return isNode(node) && node.range ? line(node.range[0]) : lineOf(path.slice(0, -1))
  }
  const read = schema.safeParse(document.toJS())
  if (read.success) return { value: read.data, lineOf }
  problems.of(read.error, lineOf)
  return null
}
