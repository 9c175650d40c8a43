import type { RichState, TextNode } from '#modules/journals/body.ts'

type Serialized = { type: string; children?: Serialized[]; text?: string; format?: number | string; listType?: string }

/** Our text as Lexical reads it. */
export const toLexical = ({ root }: RichState): string => JSON.stringify({ root: element('root', root.children.length ? root.children : [{ type: 'paragraph', children: [] }]) })

const element = (type: string, children: TextNode[], more: object = {}) => ({ type, version: 1, direction: null, format: '', indent: 0, children: children.map(node), ...more })

function node(one: TextNode, index: number): object {
  switch (one.type) {
    case 'text': case 'tab': return { type: one.type, version: 1, text: one.text, format: one.type === 'text' ? one.format : 0, detail: one.type === 'tab' ? 2 : 0, mode: 'normal', style: '' }
    case 'linebreak': return { type: 'linebreak', version: 1 }
    case 'list': return element('list', one.children, { listType: one.listType, start: 1, tag: one.listType === 'number' ? 'ol' : 'ul' })
    case 'listitem': return element('listitem', one.children, { value: index + 1 })
    case 'paragraph': return element('paragraph', one.children, { textFormat: 0, textStyle: '' })
    default: return element(one.type, one.children)
  }
}

/** Lexical's text as ours: words and their shape, nothing else. A shape we do not keep leaves its words. */
export const fromLexical = (state: { root: unknown }): RichState => ({ root: { type: 'root', children: blocks((state.root as Serialized).children ?? []) } })

const blocks = (children: Serialized[]): TextNode[] => children.map((child) => {
  const kept = read(child)
  return kept.type === 'text' || kept.type === 'tab' || kept.type === 'linebreak' ? { type: 'paragraph', children: [kept] } : kept
})

function read({ type, children = [], text = '', format, listType }: Serialized): TextNode {
  switch (type) {
    case 'tab': return { type: 'tab', text: '\t' }
    case 'linebreak': return { type: 'linebreak' }
    case 'quote': case 'listitem': return { type, children: children.map(read) }
    case 'list': return { type: 'list', listType: listType === 'number' || listType === 'check' ? listType : 'bullet', children: children.map(read) }
    default: return children.length || type === 'paragraph' ? { type: 'paragraph', children: children.map(read) } : { type: 'text', text, format: typeof format === 'number' ? format : 0 }
  }
}
