import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Eye } from 'lucide-react'
import { z } from 'zod'
import { whoLookedAtAdults } from '#modules/adults/who-looked-at-adults.server.ts'
import { today } from '#modules/clock.ts'
import { monthOf } from '#modules/safeguarding/who-looked.server.ts'
import { monthAfter, sayMonth } from '#app/concerns/month.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Who looked at the register · Belay' }]

const pageful = 50

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const { searchParams } = new URL(request.url)
  const month = monthOf(searchParams.get('month'))
  const entries = await asPage(whoLookedAtAdults(viewer, { month, before: z.coerce.date().safeParse(searchParams.get('before') ?? undefined).data, take: pageful }))
  return { month, isNow: month >= today().slice(0, 7), entries, isNamed: new Set(entries.map((one) => one.organisationName)).size > 1, earlier: entries.length === pageful ? entries.at(-1)!.lastAt.toISOString() : null }
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
const did = ({ looks, prints, asks }: { looks: number; prints: number; asks: number }) => new Intl.ListFormat('en-GB').format([looks > 0 ? `opened it ${times(looks)}` : '', prints > 0 ? `printed it ${times(prints)}` : '', asks > 0 ? 'asked who shared it' : ''].filter(Boolean))

export default function WhoLookedAtTheRegister() {
  const { month, isNow, entries, isNamed, earlier } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/concerns/adults', label: 'Concerns about adults' }}>
      <PageTitle kicker={sayMonth(month)}>Who looked at the register</PageTitle>
      <p>Everybody who opened an entry that is yours to keep, you too. Ask about one you did not expect.</p>
      {entries.length === 0
        ? <Empty title={`Nobody opened an entry in ${sayMonth(month)}`}>Whoever opens or prints one will be here, with how often, and which.</Empty>
        : <Sheet><Rows label="Entries">{entries.map(({ id, who, organisationName, sharedAt, people }) => (
          <Row key={id} icon={Eye} title={`About ${who}`} to={`/concerns/adults/${id}`}
            detail={<>{isNamed && <>{organisationName}. </>}Handed on <When at={sharedAt} within />. {people.map(({ name, ...what }) => `${name} ${did(what)}`).join('; ')}.</>} />
        ))}</Rows></Sheet>}
      {earlier && <p><Link to={`/concerns/adults/looks?month=${month}&before=${encodeURIComponent(earlier)}`}>Earlier in the month</Link></p>}
      <Spread><Link to={`/concerns/adults/looks?month=${monthAfter(month, -1)}`}>{sayMonth(monthAfter(month, -1))}</Link>{!isNow && <Link to={`/concerns/adults/looks?month=${monthAfter(month, 1)}`}>{sayMonth(monthAfter(month, 1))}</Link>}</Spread>
      <Reads><b>Those who keep an entry</b> can see who opened it: nobody it is about, or close to.</Reads>
    </Shell>
  )
}
