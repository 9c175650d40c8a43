import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonKind } from './button.tsx'
import './button.css'

/** Looks like a button and goes somewhere. A telephone number or another site is a plain link with the same look. */
export function ButtonLink({ kind = 'main', to, className, ...link }: LinkProps & { to: string; kind?: ButtonKind }) {
  const look = { className: className ? `button ${className}` : 'button', 'data-kind': kind }
  if (/^[a-z]+:/.test(to)) return <a href={to} {...look}>{link.children}</a>
  return <Link to={to} {...link} {...look} />
}
