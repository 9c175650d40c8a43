import './all-cards.css'
import './abilities.css'

type Props = { abilities: readonly { id: string; title: string; summary: string; indicators: readonly string[] }[] }

/** What one will be able to do at the end: a promise of the course, folded away so that it does not look like a test. */
export function Abilities({ abilities }: Props) {
  if (abilities.length === 0) return null
  return (
    <details className="all-cards abilities">
      <summary>What you will be able to do</summary>
      <div className="abilities-inside">
        {abilities.map((ability) => (
          <section key={ability.id} aria-labelledby={ability.id}>
            <h2 id={ability.id}>{ability.title}</h2>
            <p>{ability.summary}</p>
            <ul>{ability.indicators.map((says) => <li key={says}>{says}</li>)}</ul>
          </section>
        ))}
      </div>
    </details>
  )
}
