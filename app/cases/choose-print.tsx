import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

type Props = { title: string; back: { to: string; label: string }; groups: readonly { value: string; label: string; hint?: string }[]; usual: readonly string[]; usualIs: string; /** Who sees that it was printed. */ seen: string }

/** What of a record is printed, chosen first: this page shows nothing of it, and puts nothing on record. */
export const ChoosePrint = ({ title, back, groups, usual, usualIs, seen }: Props) => (
  <Shell back={back}>
    <PageTitle>{title}</PageTitle>
    <Sheet as="div">
      <Form method="get" className="stack">
        <ChoiceGroup legend="What is printed?" hint={`${usualIs} ticked.`} type="checkbox" name="group" options={groups} defaultValue={usual} />
        <Field label={<>From <span className="soft">if not from the beginning</span></>}><input type="date" name="from" /></Field>
        <Field label={<>Until <span className="soft">if not until today</span></>}><input type="date" name="until" /></Field>
        <Reads><b>{seen}</b> can see that you printed it, and when. On paper it is yours to keep safe.</Reads>
        <div><Button>Show it</Button></div>
      </Form>
    </Sheet>
  </Shell>
)
