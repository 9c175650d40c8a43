import { Form, useSubmit } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import './identity.css'

type Kept = { id: string; address: string; fields: [string, string][] }

const isWords = (value: string) => value.trim().length > 1 && !/^[\w-]*$/.test(value.trim())

/** A form as it was, ready to go to where it was going. With script it goes by itself; without, by a button. */
export function KeptForm({ form, sendsItself }: { form: Kept; sendsItself: boolean }) {
  const submit = useSubmit()
  const element = useRef<HTMLFormElement>(null)
  const wasSent = useRef(false)
  useEffect(() => {
    if (!sendsItself || wasSent.current || !element.current) return
    wasSent.current = true
    submit(element.current)
  }, [sendsItself, submit])
  const words = form.fields.map(([, value]) => value).filter(isWords)
  return (
    <Form method="post" action={form.address} ref={element} className="door-form">
      {form.fields.map(([name, value], index) => <textarea key={index} name={name} defaultValue={value} hidden readOnly aria-label={name} />)}
      {words.length > 0 && <blockquote className="kept-words">{words.map((text, index) => <p key={index}>{text}</p>)}</blockquote>}
      <div><Button type="submit">Send it now</Button></div>
    </Form>
  )
}
