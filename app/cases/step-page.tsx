import { Form, useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Refusal } from '#app/http/refusals.server.ts'
import type { StepToTake } from '#app/cases/step.server.ts'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

type Asked = { today: string; now: StepToTake['now']; said: (name: string) => string | undefined; problem: (name: string) => string | undefined; draft: (name: string) => string }
type Props = { title: string; lead?: ReactNode; button: string; reads?: ReactNode; children: (asked: Asked) => ReactNode }

/** The page of one step of a case: what is asked, who reads it, and one button. Without script it is the same form. */
export function StepPage({ title, lead, button, reads, children }: Props) {
  const { concernId } = useParams()
  const { id, today, now } = useLoaderData<StepToTake>()
  const refusal = useActionData<Refusal>()
  const asked: Asked = {
    today, now, said: (name) => refusal?.said[name], problem: (name) => refusal?.fields[name],
    draft: (name) => `concern-${title.toLowerCase().replace(/\W+/g, '-')}-${name}/${concernId!}`,
  }
  return (
    <Shell back={{ to: `/concerns/${concernId!}`, label: 'The concern' }}>
      <PageTitle>{title}</PageTitle>
      {lead && <p>{lead}</p>}
      <Sheet as="div">
        <Form method="post" className="stack">
          <Problem message={refusal?.message} />
          <input type="hidden" name="id" value={refusal?.said.id ?? id} />
          {children(asked)}
          <Reads>{reads ?? <><b>Everybody who can open this concern</b> can read this. It cannot be changed afterwards.</>}</Reads>
          <div><Button>{button}</Button></div>
        </Form>
      </Sheet>
    </Shell>
  )
}
