import { Bar } from './bar.tsx'
import { ButtonLink } from './button-link.tsx'

/** Under a list that goes on: the next page of it, and the way back to its beginning. */
export const PagesOf = ({ to, next, isFirst }: { to: string; next: string | null; isFirst: boolean }) => (next || !isFirst
  ? <Bar>{!isFirst && <ButtonLink kind="plain" to={to}>From the start</ButtonLink>}{next && <ButtonLink kind="plain" to={`${to}${to.includes('?') ? '&' : '?'}after=${next}`}>More</ButtonLink>}</Bar>
  : null)
