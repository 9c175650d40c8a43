/** A node of a rich text: the few that the editor knows, and of each only what a reader needs. */
export type TextNode =
  | { type: 'text'; text: string; format: number }
  | { type: 'linebreak' }
  | { type: 'tab'; text: string }
  | { type: 'paragraph' | 'quote' | 'listitem'; children: TextNode[] }
  | { type: 'list'; listType: 'bullet' | 'number' | 'check'; children: TextNode[] }

export type RichState = { root: { type: 'root'; children: TextNode[] } }

/** What somebody wrote: words alone, or words with bold, italic, lists and quotes. */
export type Body = { kind: 'plain'; text: string } | { kind: 'rich'; state: RichState }

/** The bits of a text's `format`, as Lexical counts them. */
export const bold = 1
export const italic = 2

export const noText: Body = { kind: 'plain', text: '' }

/** The words of a body. Every block is a line, so that going to plain text and back keeps each line where it was. */
export const plainOf = (body: Body): string => (body.kind === 'plain' ? body.text : body.state.root.children.map(lineOf).join('\n'))

function lineOf(node: TextNode): string {
  switch (node.type) {
    case 'text': case 'tab': return node.text
    case 'linebreak': return '\n'
    case 'list': return node.children.map((item, index) => `${node.listType === 'number' ? `${index + 1}.` : '•'} ${lineOf(item)}`).join('\n')
    case 'quote': return `> ${node.children.map(lineOf).join('')}`
    // A list inside a list lies in an item of its own; its lines go below.
    default: return node.children.map((child, index) => (index > 0 && child.type === 'list' ? `\n${lineOf(child)}` : lineOf(child))).join('')
  }
}

/** The same words for the rich editor: a paragraph a line; lines that begin as `plainOf` writes lists and quotes become them again. */
export function richOf(text: string): RichState {
  const children: TextNode[] = []
  for (const line of text.split('\n')) {
    const item = /^• (.*)$/.exec(line)
    const quote = /^> (.*)$/.exec(line)
    const before = children.at(-1)
    if (item && before?.type === 'list') before.children.push({ type: 'listitem', children: words(item[1]!) })
    else if (item) children.push({ type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: words(item[1]!) }] })
    else if (quote) children.push({ type: 'quote', children: words(quote[1]!) })
    else children.push({ type: 'paragraph', children: words(line) })
  }
  return { root: { type: 'root', children } }
}

const words = (text: string): TextNode[] => (text ? [{ type: 'text', text, format: 0 }] : [])

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0

/** Are these the same words in the same shape? */
export const isSame = (a: Body, b: Body): boolean => JSON.stringify(a) === JSON.stringify(b)

/** One text after another. Shape is kept where one of them has it. */
export function join(first: Body, second: Body): Body {
  if (first.kind === 'plain' && second.kind === 'plain') return { kind: 'plain', text: `${first.text}\n\n${second.text}` }
  const children = [first, second].flatMap((body, index) => [...(index ? [{ type: 'paragraph' as const, children: [] }] : []), ...(body.kind === 'rich' ? body.state : richOf(body.text)).root.children])
  return { kind: 'rich', state: { root: { type: 'root', children } } }
}

/** What an entry is called in a list: its first words. */
export function titleOf(body: Body): string {
  const line = plainOf(body).split('\n').map((one) => one.replace(/^(•|>|\d+\.) /, '').trim()).find((one) => one) ?? ''
  if (line.length <= 60) return line
  return `${line.slice(0, 60).replace(/\s+\S*$/, '')}…`
}
