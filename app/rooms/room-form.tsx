import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { Problem } from '#app/ui/problem.tsx'

export type Answer = Refusal | { done: unknown }

type Props = { to: string; fields?: Record<string, string | number>; children: ReactNode; className?: string; label?: string; clears?: boolean }

/** A form of the room: works as a plain form, and with script without leaving the page. What could not be done is said beside it. */
export function RoomForm({ to, fields = {}, children, className, label, clears = false }: Props) {
  const fetcher = useFetcher<Answer>()
  const form = useRef<HTMLFormElement>(null)
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data
  useEffect(() => { if (isDone && clears) form.current?.reset() }, [isDone, clears, fetcher.data])
  const refusal = fetcher.data && 'message' in fetcher.data ? fetcher.data : undefined
  return (
    <fetcher.Form method="post" action={to} className={className ?? 'room-form'} ref={form} aria-label={label}>
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <Problem message={refusal && [refusal.message, ...Object.values(refusal.fields)].join(' ')} />
    </fetcher.Form>
  )
}
