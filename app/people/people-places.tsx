import { Link } from '@remix-run/react'
import './people.css'

/** For somebody of several organisations: which one's people they are looking at. */
export function PeoplePlaces({ places, here }: { places: readonly { id: string; name: string }[]; here: string }) {
  if (places.length < 2) return null
  return (
    <nav className="people-places" aria-label="Organisation">
      {places.map((place) => <Link key={place.id} to={`/people?where=${place.id}`} aria-current={place.id === here ? 'page' : undefined}>{place.name}</Link>)}
    </nav>
  )
}
