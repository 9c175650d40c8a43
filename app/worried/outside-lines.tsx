import { childline, nspcc } from './help-lines.ts'

/** For who cannot tell anybody here: who listens from outside, and at what hours. */
export const OutsideLines = () =>
  <>In danger now, call <a href="tel:999">999</a>. {childline.name} is there day and night if you are under 19: <a href={childline.to}>{childline.say}</a>. {nspcc.name} answers on weekdays, by day and not at night: <a href={nspcc.to}>{nspcc.say}</a>.</>
