import { Form } from '@remix-run/react'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import './find-by-name.css'

type Props = { name: string; /** What else the address asks, and keeps. */ keep?: Record<string, string>; label?: string; /** How many there are, where not all of them stand below. */ says?: string }

/** Looks for people by name in a list too long to look through. The answer is the page again, with its address. */
export const FindByName = ({ name, keep = {}, label = 'Find by name', says }: Props) => (
  <Form method="get" role="search" className="find-by-name">
    {Object.entries(keep).map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)}
    <Field label={label} hint={says}><input type="search" name="name" defaultValue={name} maxLength={80} autoComplete="off" /></Field>
    <Button type="submit" kind="plain">Find</Button>
  </Form>
)
