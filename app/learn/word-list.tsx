import { useUnit } from './unit-context.ts'

/** The long words of a unit and what they mean, folded away beside its cards. */
export function WordList() {
  const { words } = useUnit().seen.unit
  if (words.length === 0) return null
  return (
    <details className="all-cards">
      <summary>{words.length === 1 ? 'A long word' : `${words.length} long words`}, explained</summary>
      <dl className="word-list">{words.map(({ word, says }) => <div key={word}><dt>{word}</dt><dd>{says}</dd></div>)}</dl>
    </details>
  )
}
