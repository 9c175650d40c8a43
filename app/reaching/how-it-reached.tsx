import type { AlertWay } from '#prisma/generated/enums.ts'
import type { Attempt } from '#modules/reaching/how-it-reached.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import { sayAttempt } from './say-attempt.ts'
import './reaching.css'

type Said = Omit<Attempt, 'at'> & { at: Date | string }
const order: readonly AlertWay[] = ['list', 'page', 'letter', 'webhook']
const webhook = 'Text messages'

/** For whoever keeps a concern: whom it reached, by which way and when, and what did not go through. */
export function HowItReached({ attempts }: { attempts: readonly Said[] }) {
  if (attempts.length === 0) return null
  const whom = [...new Set(attempts.map(({ personName, way }) => (way === 'webhook' ? webhook : personName ?? 'Somebody who has left')))].sort((one, other) => Number(one === webhook) - Number(other === webhook) || one.localeCompare(other))
  const isStuck = (name: string) => order.some((way) => ['given_up', 'waits', 'no_address'].includes(lastOf(attempts, name, way)?.outcome ?? 'done'))
  return (
    <Sheet as="details" aria-label="How it reached people">
      <summary><b>How it reached people</b></summary>
      <Rows label="How it reached people">{whom.map((name) => (
        <Row key={name} title={name} tone="sun" tag={isStuck(name) ? (name === webhook ? 'not taken' : 'not by every way') : undefined}
          detail={<ul className="reached-ways">{order.map((way) => <Way key={way} way={way} attempts={attempts.filter((one) => isOf(one, name, way))} />)}</ul>} />
      ))}</Rows>
      <p className="small soft reached-note">A letter has left when the mail server has it; whether it was read, nobody knows. Reading is not answering.</p>
    </Sheet>
  )
}

const isOf = ({ personName, way }: Said, name: string, asked: AlertWay) => way === asked && (way === 'webhook' ? webhook : personName ?? 'Somebody who has left') === name
/** They come newest first. */
const lastOf = (attempts: readonly Said[], name: string, way: AlertWay) => attempts.find((one) => isOf(one, name, way))
const through: Record<Exclude<AlertWay, 'webhook'>, string> = { list: 'On their list', page: 'A page they had open had it', letter: 'A letter left' }

function Way({ way, attempts }: { way: AlertWay; attempts: readonly Said[] }) {
  const [last] = attempts
  if (!last) return null
  const { outcome, at } = last
  const times = attempts.filter((one) => one.outcome === 'done').length
  if (way === 'webhook') { const { title, why } = sayAttempt(last); return <li>{title} <When at={at} within />{why && <>: {why}</>}{times > 1 && <>, {times} in all</>}</li> }
  if (outcome === 'no_address') return <li>No address for letters</li>
  if (outcome === 'held_back') return <li>No letter left: by then it was kept from them</li>
  if (outcome !== 'done') return <li>A letter was not taken <When at={at} within />; {outcome === 'given_up' ? 'given up' : 'it is tried again'}</li>
  return <li>{through[way]} <When at={at} within />{times > 1 && <>, {times} times in all</>}</li>
}
