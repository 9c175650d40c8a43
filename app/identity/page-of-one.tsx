import { useEffect, useRef } from 'react'
import { writtenByField } from '#app/http/written-by.ts'
import { sayWhoIsHere, type Here } from '#app/worried/who-is-here.ts'

/**
 * A page is one person's. Every form it sends says whose, also those that say nothing of it themselves; and when it is read again and somebody
 * else is signed in by then, it is opened anew as theirs, with nothing left in it of the one before. Shows nothing.
 */
export function PageOfOne({ person }: { person: Here | null }) {
  const [personId, name] = [person?.id ?? null, person?.name ?? '']
  const first = useRef(personId)

  useEffect(() => {
    first.current ??= personId
    sayWhoIsHere(personId ? { id: personId, name } : null)
    if (personId && personId !== first.current) window.location.reload()
  }, [personId, name])

  useEffect(() => {
    const say = ({ target, formData }: FormDataEvent) => {
      if (first.current && (target as HTMLFormElement).method === 'post' && !formData.has(writtenByField)) formData.append(writtenByField, first.current)
    }
    document.addEventListener('formdata', say)
    return () => document.removeEventListener('formdata', say)
  }, [])
  return null
}
