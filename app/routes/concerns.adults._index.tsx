import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Repeat } from 'lucide-react'
import { z } from 'zod'
import { adultRegister } from '#modules/adults/adult-register.server.ts'
import { adultsToday } from '#modules/adults/adults-today.server.ts'
import { mayKeepRegister } from '#modules/adults/policy.ts'
import { Forbidden } from '#modules/errors.ts'
import { AdultRow } from '#app/adults/adult-row.tsx'
import { ElsewhereSheet } from '#app/adults/elsewhere-sheet.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Concerns about adults · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const { searchParams } = new URL(request.url)
  const ended = searchParams.has('ended')
  const before = z.coerce.date().safeParse(searchParams.get('before') ?? undefined).data ?? null
  return asPage((async () => {
    if (!mayKeepRegister(viewer)) throw new Forbidden('This register is for the safeguarding leads, and for the head where it goes round them.')
    const [register, today] = await Promise.all([adultRegister(viewer, { ended, before }), adultsToday(viewer)])
    return { ...register, earlier: register.earlier?.toISOString() ?? null, elsewhere: ended || before ? [] : today.elsewhere, ended, isEarlier: before !== null }
  })())
}

export default function AdultRegister() {
  const { rows, patterns, earlier, elsewhere, ended, isEarlier } = useLoaderData<typeof loader>()
  useNews()
  const waiting = rows.filter(({ state }) => state === 'waiting')
  const others = rows.filter(({ state }) => state !== 'waiting')
  const isNamed = new Set(rows.map(({ organisationName }) => organisationName)).size > 1
  return (
    <Shell back={{ to: '/concerns', label: 'Concerns' }}>
      <div aria-live="polite"><PageTitle kicker="Concerns about adults">{ended ? 'Closed' : isEarlier ? 'Earlier' : waiting.length === 0 ? 'Nothing is waiting' : waiting.length === 1 ? 'One is waiting' : `${waiting.length} are waiting`}</PageTitle></div>
      {!ended && <p className="soft">Low-level concerns and allegations about adults who work or volunteer with young people. They are kept apart from concerns about children, and nobody they are about, or close to, sees any of it.</p>}
      <ElsewhereSheet elsewhere={elsewhere} />
      {patterns.map(({ aboutId, name, count, newestId }) => <Note key={aboutId} tone="sun" icon={Repeat}><b>{count} low-level concerns about {name} within a year.</b> Look at them together: <Link to={`/concerns/adults/${newestId}`}>the newest</Link>.</Note>)}
      {waiting.length > 0 && <Sheet tone="signal" aria-label="Nobody has it yet"><Rows>{waiting.map((row) => <AdultRow key={row.id} row={row} isNamed={isNamed} />)}</Rows></Sheet>}
      {others.length > 0 && <Sheet aria-label={ended ? 'Closed' : 'Looked after'}><Rows>{others.map((row) => <AdultRow key={row.id} row={row} isNamed={isNamed} />)}</Rows></Sheet>}
      {rows.length === 0 && <Empty title={ended ? 'What was closed will be here' : 'What is yours to keep will be here'}>{ended ? 'It can be opened again from its page. When its time has come, two of you look at it once more.' : 'You hear of it the moment somebody hands one on that is yours to keep. Somebody told you something? Write it down here.'}</Empty>}
      {!ended && <p><ButtonLink to="/concerns/adults/new" kind="plain">Write one down</ButtonLink></p>}
      <p>{ended ? <Link to="/concerns/adults">Those that are open</Link> : <Link to="/concerns/adults?ended">Those that are closed</Link>} · <Link to="/concerns/adults/looks">Who looked</Link></p>
      {!isEarlier && <p><Link to="/keeping">What is kept, and how long</Link></p>}
      {earlier && <p><Link to={`/concerns/adults?${ended ? 'ended&' : ''}before=${encodeURIComponent(earlier)}`}>Earlier</Link></p>}
    </Shell>
  )
}
