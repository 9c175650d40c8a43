import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findReferral } from '#modules/cases/find-referral.server.ts'
import { harms } from '#modules/safeguarding/referral-parts.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/concerns/concerns.css'

export const meta: MetaFunction = () => [{ title: 'A referral · Belay' }]

const Which = z.object({ concernId: z.uuid(), number: z.coerce.number().int().positive() })

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => findReferral(viewer, Which.parse({ concernId: params.concernId, number: params.line })))())
}

/** The day itself: on paper there is no “yesterday”. */
const onPaper = (at: string, timeZone: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at))

/** A referral as it was made: to read, to print, or to take out as a PDF. */
export default function Referral() {
  const { organisationName, line, referral, now } = useLoaderData<typeof loader>()
  const harm = harms.find(({ value }) => value === line.harm)
  return (
    <Shell back={{ to: `/concerns/${now.concernId}`, label: 'The concern' }}>
      <PageTitle kicker={<>{organisationName}. {onPaper(referral.madeAt, now.timeZone)}, by {line.byName ?? 'a colleague'}</>}>Referral to {referral.agencyName}</PageTitle>
      {now.can.includes('printed') && <Bar><a className="button" data-kind="main" href={`/concerns/${now.concernId}/referrals/${referral.number}/paper`}>Take it out as a PDF</a></Bar>}
      {referral.agencyKind === 'front_door' && referral.isOpen && <Note>What usually follows: they say within one working day what they will do. If they hold a strategy discussion, a child protection conference comes within 15 working days of it; an assessment is finished within 45. These clocks are theirs: Belay counts the first day, and not the others. Set a day to look again.</Note>}
      <Sheet as="article">
        <dl className="concern-words referral-words">
          {harm && <div><dt>Why it is for the LADO</dt><dd>{harm.label}</dd></div>}
          {line.says.length > 0 ? line.says.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd className="said">{text}</dd></div>) : <div><dt>The referral</dt><dd>This text was erased.</dd></div>}
        </dl>
      </Sheet>
      <p className="small soft">Official: sensitive. Only for whoever it is addressed to. Taking it out is on record.</p>
    </Shell>
  )
}
