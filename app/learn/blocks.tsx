import type { Block, Run } from '#modules/curriculum/schema.ts'
import './blocks.css'

/** A line of words, some of them strong or stressed. */
export const Line = ({ runs }: { runs: readonly Run[] }) => (
  <>{runs.map(({ text, is, href }, at) => (href ? <a key={at} href={href} rel="noreferrer">{text}</a> : is === 'strong' ? <strong key={at}>{text}</strong> : is === 'em' ? <em key={at}>{text}</em> : text))}</>
)

/** What a card shows, in order. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => <>{blocks.map((block, at) => <OneBlock key={at} block={block} />)}</>

function OneBlock({ block }: { block: Block }) {
  if (block.kind === 'list') return <List block={block} />
  if (block.kind === 'says') return <Bubble by={block.by} isYou={block.isYou} runs={block.runs} />
  if (block.kind === 'heading') return <h2 className="card-heading"><Line runs={block.runs} /></h2>
  if (block.kind === 'keep') return <p className="keep"><Line runs={block.runs} /></p>
  return <p><Line runs={block.runs} /></p>
}

function List({ block }: { block: Extract<Block, { kind: 'list' }> }) {
  const Element = block.isOrdered ? 'ol' : 'ul'
  return <Element className="card-list" role="list">{block.items.map((runs, at) => <li key={at}><span><Line runs={runs} /></span></li>)}</Element>
}

/** Somebody speaking: the mentee on the left, you on the right. */
export const Bubble = ({ by, isYou, runs }: { by: string; isYou: boolean; runs: readonly Run[] }) => (
  <div className="bubble" data-you={isYou || undefined}>
    <b className="small soft">{by}<span className="visually-hidden">:</span></b>
    <p><Line runs={runs} /></p>
  </div>
)
