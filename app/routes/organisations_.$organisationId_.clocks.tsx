import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { CircleCheck, Timer } from 'lucide-react'
import { findClocks } from '#modules/safeguarding/find-clocks.server.ts'
import { setClockTargets } from '#modules/safeguarding/set-clock-target.server.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import '#app/calendar/calendar.css'

export const meta: MetaFunction = () => [{ title: 'How long a concern may wait · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { page: await asPage(findClocks(viewer, params.organisationId ?? '')), isKept: new URL(request.url).searchParams.has('kept') }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const said = fields(form)
  const organisationId = params.organisationId ?? ''
  const asked = (['received', 'taken_on'] as const).flatMap((clock) => dangers.map(({ value: danger }) => ({ clock, danger, name: `${clock}-${danger}` })))
  const outcome = await asForm(form, () => setClockTargets(viewer, { organisationId, targets: asked.map(({ clock, danger, name }) => ({ clock, danger, minutes: said[name] ?? '', inStaffedTime: said[`${name}-in`] === 'staffed' })) }))
  if ('done' in outcome) return redirect(`/organisations/${organisationId}/clocks?kept`)
  const { fields: problems } = outcome.refused.data
  asked.forEach(({ name }, place) => { const problem = problems[`targets.${place}.minutes`] ?? problems[`targets.${place}.inStaffedTime`]; if (problem) problems[name] = problem })
  return outcome.refused
}

const headings = {
  received: { title: 'Until somebody says “I have it”', hint: 'Anybody who was told can. Then whoever raised it sees a name.' },
  taken_on: { title: 'Until the lead or a deputy takes it on', hint: 'They look after it from there, and say what happens first.' },
} as const

export default function ClocksPage() {
  const { page, isKept } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/concerns', label: 'Concerns' }}>
      <PageTitle kicker={page.organisationName}>How long a concern may wait</PageTitle>
      {isKept && !refusal && <Note tone="rope" icon={CircleCheck}>Kept. It holds for concerns raised from now on.</Note>}
      <p>Both clocks run from the moment a concern is raised. After the first time the lead and deputies are told again, after twice the time the head, after three times the delivery site. What you change holds for concerns raised from then on.</p>
      {!page.hasHours && <Note tone="sun" icon={Timer}>Staffed hours are not entered yet, so every clock runs day and night. <Link to={`/organisations/${page.organisationId}/calendar`}>Say when somebody is there</Link>.</Note>}
      <Form method="post" className="stack">
        <Problem message={refusal?.message} />
        {(['received', 'taken_on'] as const).map((clock) => (
          <Sheet key={clock} as="div">
            <h2 className="h3">{headings[clock].title}</h2>
            <p className="small soft">{headings[clock].hint}</p>
            {page.clocks.filter((set) => set.clock === clock).map(({ danger, minutes, usual, longest, inStaffedTime, firstAt }) => {
              const name = `${clock}-${danger}`
              return (
                <fieldset key={danger} className="clock-set">
                  <legend>{dangers.find(({ value }) => value === danger)!.label}</legend>
                  <div className="clock-set-fields">
                    <Field label="Minutes" hint={`Usually ${usual}, at most ${longest}`} problem={refusal?.fields[name]}><input type="number" name={name} min={1} max={longest} required inputMode="numeric" defaultValue={refusal?.said[name] ?? minutes} /></Field>
                    {danger === 'now'
                      ? <p className="small soft">Day and night, always.</p>
                      : <Field label="They count"><select name={`${name}-in`} defaultValue={refusal?.said[`${name}-in`] ?? (inStaffedTime ? 'staffed' : 'always')}><option value="always">day and night</option>{(page.hasHours || inStaffedTime) && <option value="staffed">in staffed hours</option>}</select></Field>}
                  </div>
                  <p className="small soft">As it is set, a concern raised this minute would first climb <When at={firstAt} within />.</p>
                </fieldset>
              )
            })}
          </Sheet>
        ))}
        <p className="small soft">However long you are closed, a clock in staffed hours climbs after five days at the latest, and after one where it may be soon. What you change stands on Today of the other leads, deputies and the head until one of them has seen it. The usual minutes follow national guidance and what Belay adds: an emergency within 15 minutes, something soon within an hour, the rest on the same working day.</p>
        <div><Button>Keep these times</Button></div>
      </Form>
    </Shell>
  )
}
