import { NotebookPen, Trash2 } from 'lucide-react'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import { WaitingHere } from './waiting-here.tsx'
import { sayNames } from './names.ts'
import './journal.css'

type SharedWith = { name: string; isOpened: boolean; isAnswered: boolean }
export type Listed = { entryId: string; title: string; question: string | null; startedAt: Date; words: number; hasTwoTexts: boolean; sharedWith: SharedWith[] }
type Props = { entries: Listed[]; next: string | null; prompts: { id: string; question: string; help: string }[]; personId: string; isFirstPage: boolean }

/** Somebody's own journal: what they wrote, newest first, and a question to begin with. */
export function MyJournal({ entries, next, prompts, personId, isFirstPage }: Props) {
  return (
    <Shell>
      <div className="journal-page">
        <PageTitle kicker="Yours alone, until you share">Journal</PageTitle>
        <Bar><ButtonLink to="/journal/new"><NotebookPen aria-hidden="true" /> Write</ButtonLink></Bar>
        <WaitingHere personId={personId} />
        {entries.length === 0 && isFirstPage
          ? <Empty title="What you write will be here">Nobody else can read it unless you share it. Press Write, or begin with a question below.</Empty>
          : <Rows label="Your entries">{entries.map((entry) => <Entry key={entry.entryId} {...entry} />)}</Rows>}
        {next && <div><ButtonLink to={`/journal?before=${next}`} kind="plain">Older entries</ButtonLink></div>}
        {isFirstPage && (
          <section className="journal-page" aria-labelledby="begin">
            <h2 id="begin">Begin with a question</h2>
            <Prompts prompts={prompts.slice(0, 4)} />
            <details className="journal-details"><summary>More questions</summary><Prompts prompts={prompts.slice(4)} /></details>
          </section>
        )}
        <Reads><b>Only you can read your journal.</b> Nobody at your setting can, unless you share an entry with one adult. Then only that adult, only that entry, and you can take it back.</Reads>
        <div><ButtonLink to="/journal/bin" kind="plain"><Trash2 aria-hidden="true" /> Your bin</ButtonLink></div>
      </div>
    </Shell>
  )
}

const Prompts = ({ prompts }: Pick<Props, 'prompts'>) =>
  <Rows label="Questions to begin with">{prompts.map((prompt) => <Row key={prompt.id} title={prompt.question} detail={prompt.help} to={`/journal/new?prompt=${prompt.id}`} />)}</Rows>

function Entry({ entryId, title, question, startedAt, words, hasTwoTexts, sharedWith }: Listed) {
  const answered = sharedWith.find(({ isAnswered }) => isAnswered)
  const tag = hasTwoTexts ? <Tag tone="sun">Two texts</Tag>
    : answered ? <Tag tone="rope">{answered.name} wrote back</Tag>
      : sharedWith.length > 0 ? <Tag tone="dusk">{sharedWith.every(({ isOpened }) => isOpened) ? 'Read by' : 'With'} {sayNames(sharedWith.map(({ name }) => name))}</Tag> : undefined
  return <Row to={`/journal/${entryId}`} title={title || 'Nothing written yet'}
    detail={<><When at={startedAt} /> · {words === 1 ? '1 word' : `${words} words`}{question && <> · {question}</>}{tag && <div className="journal-tag">{tag}</div>}</>} />
}
