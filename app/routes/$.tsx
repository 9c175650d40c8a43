import { data } from '@remix-run/node'
import { NotFound } from '#modules/errors.ts'

const nothing = () => { throw data({ message: new NotFound().message }, { status: 404 }) }

/** Every address that is nobody's: a page that says so, signed in or not. */
export const loader = nothing
export const action = nothing

export default function Nothing() {
  return null
}
