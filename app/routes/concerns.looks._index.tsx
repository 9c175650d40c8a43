import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Eye, HandHeart } from 'lucide-react'
import { z } from 'zod'
import { today } from '#modules/clock.ts'
import { monthOf, whatWasLookedAt, whoLooked, type LookedAt } from '#modules/safeguarding/who-looked.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { monthAfter, sayMonth } from '#app/concerns/month.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Who looked · Belay' }]

const pageful = 50

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const asked = new URL(request.url).searchParams
    const month = monthOf(asked.get('month'))
    const before = z.coerce.date().safeParse(asked.get('before') ?? undefined).data
    const people = await whoLooked(viewer, { month })
    const person = people.find(({ personId }) => personId === asked.get('person')) ?? null
    const byConcern = person !== null || asked.has('concerns')
    const concerns = byConcern ? await whatWasLookedAt(viewer, { month, personId: person?.personId, before, take: pageful }) : null
    return { month, isNow: month >= today().slice(0, 7), people, person, concerns, isNamed: new Set(concerns?.map((one) => one.organisationName)).size > 1, earlier: concerns?.length === pageful ? concerns.at(-1)!.lastAt.toISOString() : null }
  })())
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
const whatTheyDid = ({ looks, prints, packs, asks }: { looks: number; prints: number; packs: number; asks: number }, it = '') => new Intl.ListFormat('en-GB').format([looks > 0 ? `opened${it} ${times(looks)}` : '', prints > 0 ? `printed${it} ${times(prints)}` : '', packs > 0 ? `made a locked file of it ${times(packs)}` : '', asks > 0 ? `read what is to be done ${times(asks)}` : ''].filter(Boolean))

export default function WhoLooked() {
  const { month, isNow, people, person, concerns, isNamed, earlier } = useLoaderData<typeof loader>()
  const of = (more: string) => `/concerns/looks?month=${month}${more}`
  return (
    <Shell back={person || concerns ? { to: of(''), label: 'Who looked' } : { to: '/concerns', label: 'Concerns' }}>
      <PageTitle kicker={sayMonth(month)}>{person ? `What ${person.name ?? 'somebody who has left'} looked at` : concerns ? 'Who looked, concern by concern' : 'Who looked'}</PageTitle>
      {!concerns && <p>Everybody who opened a concern, you too. An opening counts once a person and quarter of an hour. Ask about one you did not expect.</p>}
      {people.length === 0
        ? <Empty title={`Nobody opened a concern in ${sayMonth(month)}`}>Whoever opens or prints one will be here, with how often, and which.</Empty>
        : concerns
          ? <Sheet><Rows label="Concerns">{concerns.map((one) => <ConcernLooked key={one.concernId} one={one} isNamed={isNamed} isOne={person !== null} />)}</Rows></Sheet>
          : (
            <Sheet><Rows label="People">{people.map((one) => (
              <Row key={one.personId} icon={<Avatar name={one.name ?? '?'} />} title={one.name ?? 'Somebody who has left'} to={of(`&person=${one.personId}`)}
                detail={<>{one.concerns === 1 ? 'One concern' : `${one.concerns} concerns`}, {whatTheyDid(one)}. Last <When at={one.lastAt} within />.</>}
                tag={one.prints + one.packs > 0 ? <Tag tone="sun">{one.packs > 0 ? 'took it out' : 'printed'}</Tag> : undefined} />
            ))}</Rows></Sheet>
          )}
      {earlier && <p><Link to={of(`${person ? `&person=${person.personId}` : '&concerns'}&before=${encodeURIComponent(earlier)}`)}>Earlier in the month</Link></p>}
      {!concerns && people.length > 0 && <Bar><Link className="button" data-kind="plain" to={of('&concerns')}>Concern by concern</Link><a className="button" data-kind="plain" href={`/concerns/looks/download?month=${month}`} download>Take it away as a table</a></Bar>}
      {!concerns && <Spread><Link to={`/concerns/looks?month=${monthAfter(month, -1)}`}>{sayMonth(monthAfter(month, -1))}</Link>{!isNow && <Link to={`/concerns/looks?month=${monthAfter(month, 1)}`}>{sayMonth(monthAfter(month, 1))}</Link>}</Spread>}
      <Reads><b>Safeguarding leads and deputies</b> can see this. What is kept from you is not in it.</Reads>
    </Shell>
  )
}

const ConcernLooked = ({ one, isNamed, isOne }: { one: LookedAt; isNamed: boolean; isOne: boolean }) => (
  <Row icon={isOne ? HandHeart : Eye} title={`A concern from ${one.raisedByName ?? 'a mentee'}`} to={`/concerns/${one.concernId}`}
    detail={<>{isNamed && <>{one.organisationName}. </>}Raised <When at={one.raisedAt} within />. {one.people.map(({ name, ...did }) => `${isOne ? '' : `${name ?? 'Somebody who has left'} `}${whatTheyDid(did, ' it')}`).join('; ').replace(/^./, (first) => first.toUpperCase())}.</>} />
)
