import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { isAnsweringNow } from '#app/live/is-answering-now.ts'
import { Problem } from '#app/ui/problem.tsx'

export type Answer = Refusal | { done: unknown }

type Props = { to: string; fields?: Record<string, string | number>; children: ReactNode; className?: string; label?: string; clears?: boolean }

const noSignal = 'No signal just now, so nothing was sent. Press it again when there is one.'

/** A form of the room: works as a plain form, and with script without leaving the page. What could not be done is said beside it. */
export function RoomForm({ to, fields = {}, children, className, label, clears = false }: Props) {
  const fetcher = useFetcher<Answer>()
  const form = useRef<HTMLFormElement>(null)
  const [isLost, setIsLost] = useState(false)
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data
  useEffect(() => { if (isDone && clears) form.current?.reset() }, [isDone, clears, fetcher.data])
  const refusal = fetcher.data && 'message' in fetcher.data ? fetcher.data : undefined

  // To the framework a lost connection is an error page, and whoever leads a room would stand there without it: so it is asked first.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    void isAnsweringNow().then((isAnswering) => {
      setIsLost(!isAnswering)
      if (isAnswering) fetcher.submit(data, { method: 'post', action: to })
    })
  }
  return (
    <fetcher.Form method="post" action={to} className={className ?? 'room-form'} ref={form} aria-label={label} onSubmit={send}>
      <WrittenBy />
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <Problem message={isLost ? noSignal : refusal && [refusal.message, ...Object.values(refusal.fields)].join(' ')} />
    </fetcher.Form>
  )
}
