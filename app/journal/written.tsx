import { bold, italic, type Body, type TextNode } from '#modules/journals/body.ts'
import '#app/editor/editor.css'

/** What somebody wrote, to be read. Words are words: nothing in them is ever markup. */
export function Written({ body }: { body: Body }) {
  const blocks: TextNode[] = body.kind === 'rich' ? body.state.root.children : body.text.split('\n').map((line) => ({ type: 'paragraph', children: line ? [{ type: 'text', text: line, format: 0 }] : [] }))
  return <div className="written">{blocks.filter((block) => block.type !== 'paragraph' || block.children.length > 0).map((block, index) => <Block key={index} node={block} />)}</div>
}

function Block({ node }: { node: TextNode }) {
  switch (node.type) {
    case 'text': return <Words text={node.text} format={node.format} />
    case 'tab': return <>{'\t'}</>
    case 'linebreak': return <br />
    case 'quote': return <blockquote><Children of={node.children} /></blockquote>
    case 'list': return node.listType === 'number' ? <ol><Items of={node.children} /></ol> : <ul><Items of={node.children} /></ul>
    case 'listitem': return <Children of={node.children} />
    default: return <p><Children of={node.children} /></p>
  }
}

const Children = ({ of: children }: { of: TextNode[] }) => <>{children.map((child, index) => <Block key={index} node={child} />)}</>
const Items = ({ of: items }: { of: TextNode[] }) => <>{items.map((item, index) => <li key={index}><Block node={item} /></li>)}</>

function Words({ text, format }: { text: string; format: number }) {
  if (format & bold) return <strong><Words text={text} format={format & ~bold} /></strong>
  if (format & italic) return <em><Words text={text} format={format & ~italic} /></em>
  return <>{text}</>
}
