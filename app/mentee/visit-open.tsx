import { useEffect, useState, type ReactNode } from 'react'
import type { AskedForCode } from '#app/http/visit.server.ts'
import { visitField } from '#app/http/written-by.ts'
import { CodeAgain } from './code-again.tsx'
import { useOver } from './use-over.ts'

/**
 * A mentee's page, while their visit lasts. When it is over it closes in front of whoever is there by then: what was being written waits for their
 * code, unseen, and a page on which nothing was written goes. Without script the server alone ends a visit.
 */
export function VisitOpen({ leftMs, children }: { leftMs: number; children: ReactNode }) {
  const isOver = useOver(leftMs)
  const [kept, setKept] = useState<AskedForCode['kept'] | null>(null)
  useEffect(() => {
    if (!isOver) return setKept(null)
    const form = document.querySelector<HTMLInputElement>(`form input[name=${visitField}]`)?.form
    if (form && isWritten(form)) setKept([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    else location.replace('/m')
  }, [isOver])
  // Where they were typing is gone, and what they type next must not show in the field for the code.
  useEffect(() => { if (kept) document.getElementById('main')?.focus() }, [kept])
  return kept ? <CodeAgain asked={{ kept }} /> : children
}

const isWritten = (form: HTMLFormElement): boolean => [...form.elements].some((one) =>
  one instanceof HTMLInputElement ? (one.type === 'radio' || one.type === 'checkbox' ? one.checked : one.type !== 'hidden' && one.value.trim() !== '')
    : (one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) && one.value.trim() !== '')
