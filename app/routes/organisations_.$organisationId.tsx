import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BadgeCheck, CalendarCheck2, CalendarClock, CalendarRange, Clock3, MessageSquareShare, Phone, School, ScrollText } from 'lucide-react'
import { policyOf } from '#modules/completion/policy-of.server.ts'
import { may } from '#modules/identity/policy.ts'
import { findOrganisation } from '#modules/organisations/find-organisation.server.ts'
import { readiness } from '#modules/organisations/readiness.server.ts'
import { kindNames } from '#modules/organisations/role-names.ts'
import { may as withChecks } from '#modules/vetting/policy.ts'
import { may as withReaching } from '#modules/reaching/policy.ts'
import { may as withConcerns } from '#modules/safeguarding/policy.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ReadinessRows } from '#app/organisations/readiness-rows.tsx'
import '#app/organisations/readiness.css'
import { sayDate } from '#app/completion/the-policy.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { BarFigure } from '#app/ui/bar-figure.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.place.name ?? 'A setting'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const organisationId = params.organisationId ?? ''
  const place = await asPage(findOrganisation(viewer, { organisationId }))
  const isSite = place.kind === 'delivery_site'
  return { place, isSite, maySeeChecks: withChecks.read(viewer, organisationId), maySeeRota: withConcerns.seeRota(viewer, organisationId), rows: isSite ? [] : await asPage(readiness(viewer, organisationId)), policy: isSite ? null : await asPage(policyOf(viewer, { organisationId })), mayTryWebhook: withReaching.tryWebhook(viewer, organisationId), canAddSignIn: may.addIdentityProvider(viewer, organisationId), isHead: viewer.memberships.some((one) => one.role === 'head' && one.organisationId === organisationId), isLead: viewer.memberships.some(({ role }) => role === 'programme_lead') }
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const say = (iso: string) => day.format(new Date(`${iso}T00:00Z`))

export default function OrganisationPage() {
  const { place, rows, policy, isSite, maySeeChecks, maySeeRota, isLead, isHead, canAddSignIn, mayTryWebhook } = useLoaderData<typeof loader>()
  const there = rows.filter(({ isThere }) => isThere).length
  return (
    <Shell back={isLead ? { to: '/organisations', label: 'Settings' } : undefined} aside={(
      <>
        <Sheet>
          <h2>Terms</h2>
          {place.terms.length === 0 && <Empty title="When the setting is open will be here">Fortnightly meetings and weekly sessions skip what lies outside the terms.</Empty>}
          <Rows>
            {place.terms.map((term) => <Row key={term.id} icon={CalendarRange} title={term.name} detail={`${say(term.startsOn)} to ${say(term.endsOn)}`} to={place.can.setTerms ? `/organisations/${place.id}/terms?term=${term.id}` : undefined} />)}
          </Rows>
          {place.can.setTerms && <Bar><ButtonLink kind="plain" to={`/organisations/${place.id}/terms`}>Add a term</ButtonLink></Bar>}
        </Sheet>
        {!isSite && <Sheet><Rows><LinkRow icon={Clock3} title="When somebody is there" detail="Staffed hours, closed days, bank holidays" to={`/organisations/${place.id}/calendar`} />{maySeeRota && <LinkRow icon={CalendarCheck2} title="Duty and cover" detail="Who is on duty when, who is away, and who covers" to={`/organisations/${place.id}/rota`} />}</Rows></Sheet>}
        {mayTryWebhook && <Sheet><Rows><LinkRow icon={MessageSquareShare} title="Text messages" detail="Call a gateway when somebody is told of a concern" to={`/organisations/${place.id}/webhook`} /></Rows></Sheet>}
        {policy && (
          <Sheet>
            <h2>The safeguarding policy</h2>
            <Rows><Row icon={ScrollText} title={policy.policy?.title ?? 'None is named yet'} detail={policy.policy ? `Dated ${sayDate(policy.policy.datedOn)}. Every mentor reads it before they meet a mentee.` : 'Until it is, nobody can be matched: every mentor reads it first.'} action={policy.can.name && <ButtonLink kind="plain" to={`/organisations/${place.id}/policy`}>{policy.policy ? 'Change' : 'Name it'}</ButtonLink>} /></Rows>
          </Sheet>
        )}
        {maySeeChecks && <Sheet><Rows><LinkRow icon={BadgeCheck} title="Checks on adults" detail="DBS, references, training: what is held, what runs out" to={`/organisations/${place.id}/checks`} /></Rows></Sheet>}
        {isHead && <Sheet><Rows><LinkRow icon={ScrollText} title="Malpractice register" detail="What may not have been right in assessment" to="/malpractice" /></Rows></Sheet>}
        {canAddSignIn && <Sheet><Rows><LinkRow icon={School} title="Your own sign-in" detail="People come in with their school’s or club’s account" to={`/organisations/${place.id}/sign-in`} /></Rows></Sheet>}
        <Sheet>
          <h2>The number to call</h2>
          <Rows><Row icon={Phone} title={place.phone ? <span className="in-one">{place.phone}</span> : 'No number yet'} detail="On every page of help, for young people and families" action={place.can.arrange && <ButtonLink kind="plain" to={`/organisations/${place.id}/phone`}>Change</ButtonLink>} />
          <Row icon={CalendarClock} title={`Supervision every ${place.supervisionDays} days`} detail="A mentor with a mentee who has not been for longer stands on Today, for youth workers and coordinators. Holidays do not count." action={place.can.arrange && <ButtonLink kind="plain" to={`/organisations/${place.id}/supervision`}>Change</ButtonLink>} /></Rows>
        </Sheet>
      </>
    )}>
      <PageTitle kicker={[kindNames[place.kind], place.supportedBy && `supported by ${place.supportedBy}`].filter(Boolean).join(' · ')}>{place.name}</PageTitle>
      {rows.length > 0 && (
        <Sheet>
          <h2>{there === rows.length ? 'Ready for young people' : 'Before young people begin'}</h2>
          <BarFigure label="In place" count={there} of={rows.length} />
          <div className="readiness"><ReadinessRows rows={rows} /></div>
        </Sheet>
      )}
    </Shell>
  )
}
