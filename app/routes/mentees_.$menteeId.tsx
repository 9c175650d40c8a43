import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { HeartHandshake, KeyRound } from 'lucide-react'
import { findMentee } from '#modules/mentoring/find-mentee.server.ts'
import { worriedFrom } from '#modules/safeguarding/origin.ts'
import { pairUp } from '#modules/mentoring/pair-up.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { When } from '#app/ui/when.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { FindByName } from '#app/ui/find-by-name.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.mentee.birdName ?? 'A mentee'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const name = (new URL(request.url).searchParams.get('name') ?? '').slice(0, 80)
  return { name, mentee: await asPage(findMentee(viewer, { menteeId: params.menteeId ?? '', name })) }
}

/** Brings them together with a mentor. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => pairUp(viewer, { menteeId: params.menteeId ?? '', mentorId: fields(form).mentorId ?? '', since: fields(form).since || undefined }))
  return 'refused' in outcome ? outcome.refused : redirect(`/mentees/${params.menteeId ?? ''}`)
}

export default function MenteePage() {
  const { name, mentee } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const ready = mentee.mentors.filter(({ isReady }) => isReady)
  const notYet = mentee.mentors.filter(({ isReady }) => !isReady)
  const hasMentor = mentee.pairs.some(({ until }) => until === null)
  return (
    <Shell back={{ to: '/mentees', label: 'Mentees' }}>
      <PageTitle kicker={[mentee.ownName, mentee.setting].filter(Boolean).join(' · ')}>{mentee.birdName}</PageTitle>
      <Sheet>
        <h2>Mentor</h2>
        <Rows>
          {mentee.pairs.map((pair) => (
            <Row key={pair.id} icon={HeartHandshake} tone={pair.until ? 'plain' : 'rope'} title={pair.mentor} detail={<>since <When at={pair.since} day within />{pair.until ? <>, until <When at={pair.until} day within /></> : <> · <Link to={worriedFrom('pair', pair.id)}>I’m worried about {mentee.birdName}</Link></>}</>}
              action={!pair.until && <ButtonLink kind="plain" to={`/mentees/${mentee.id}/pairs/${pair.id}/end`}>End the pair</ButtonLink>} />
          ))}
        </Rows>
        {!hasMentor && (name !== '' || mentee.allMentors > mentee.mentors.length) && (
          <FindByName name={name} label="Find a mentor by name" says={mentee.allMentors > mentee.mentors.length ? `${mentee.mentors.length} of ${mentee.allMentors} mentors stand below.` : undefined} />
        )}
        {!hasMentor && ready.length === 0 && <Empty title={name ? `No mentor called “${name}” is ready` : 'Mentors who are ready will be here'}>{name ? <Link to={`/mentees/${mentee.id}`}>Show all mentors</Link> : 'Somebody is ready once their course, the agreement and your policy are done.'}</Empty>}
        {!hasMentor && ready.length > 0 && (
          <Form method="post" className="stack">
            <Problem message={refusal?.message} />
            <Field label="Bring together with" problem={refusal?.fields.mentorId}>
              <select name="mentorId" required defaultValue=""><option value="" disabled>Choose a mentor</option>{ready.map((mentor) => <option key={mentor.id} value={mentor.id}>{mentor.fullName}</option>)}</select>
            </Field>
            <Field label="Since" hint="Leave it empty if they begin now." problem={refusal?.fields.since}><input type="date" name="since" defaultValue={refusal?.said.since} /></Field>
            <Button type="submit">Pair them up</Button>
          </Form>
        )}
        {!hasMentor && notYet.length > 0 && (
          <details>
            <summary>Not ready yet: {notYet.length}</summary>
            <Rows>{notYet.map((mentor) => <Row key={mentor.id} title={mentor.fullName} detail={`Missing: ${mentor.missing.join('; ')}.`} />)}</Rows>
          </details>
        )}
      </Sheet>
      <Sheet>
        <h2>Their code</h2>
        <Rows><Row icon={KeyRound} title={mentee.codeUntil ? <>A code works until <When at={mentee.codeUntil} day within /></> : 'No code now'} detail="It opens a short page on a shared device: who their people are, and “I’m worried”." action={<ButtonLink kind="plain" to={`/mentees/${mentee.id}/code`}>{mentee.codeUntil ? 'Give a new one' : 'Give a code'}</ButtonLink>} /></Rows>
      </Sheet>
    </Shell>
  )
}
