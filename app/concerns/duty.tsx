import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Props = { duty: { organisationId: string; organisationName: string; hereUntil: Date | string | null }; isNamed: boolean }

/** Whether you are on duty, which young people see before they write, and the one thing to do about it. */
export function Duty({ duty: { organisationId, organisationName, hereUntil }, isNamed }: Props) {
  const place = isNamed ? ` at ${organisationName}` : ''
  return (
    <Sheet aria-label={`Duty at ${organisationName}`}>
      <h2 className="h3">{hereUntil ? <>You are on duty{place} until <When at={hereUntil} within /></> : `You are not on duty${place}`}</h2>
      <p className="small soft">Whoever is worried sees who is here. {hereUntil ? 'A concern comes to you first.' : 'A concern reaches you all the same where nobody else is on duty.'}</p>
      {hereUntil
        ? <Form method="post" action="/concerns/duty/end"><input type="hidden" name="organisationId" value={organisationId} /><Button kind="plain">I’m off duty now</Button></Form>
        : (
          <Form method="post" action="/concerns/duty" className="stack">
            <input type="hidden" name="organisationId" value={organisationId} />
            <Field label="I’m here for"><select name="hours" defaultValue="4">{[1, 2, 4, 6, 8, 12].map((hours) => <option key={hours} value={hours}>{hours === 1 ? '1 hour' : `${hours} hours`}</option>)}</select></Field>
            <Button kind="plain">I’m on duty</Button>
          </Form>
        )}
    </Sheet>
  )
}
