import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findCase } from '#modules/cases/find-case.server.ts'
import { Forbidden } from '#modules/errors.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { packProblems } from '#app/cases/pack-problems.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Make a locked file · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const { can, concernId, transfer } = await findCase(viewer, z.uuid().parse(params.concernId))
    if (!can.includes('exported')) throw new Forbidden()
    const problem = new URL(request.url).searchParams.get('problem') ?? ''
    const isAwaited = transfer?.isAwaited === true
    return { concernId, isAwaited, answers: isAwaited && can.includes('receipt'), problem: Object.hasOwn(packProblems, problem) ? packProblems[problem as keyof typeof packProblems] : null }
  })())
}

export default function MakePack() {
  const { concernId, isAwaited, answers, problem } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: `/concerns/${concernId}`, label: 'The concern' }}>
      <PageTitle>Make a locked file</PageTitle>
      <p>One file with the whole chronology: to read, as a PDF to print, and as data whose chain can be checked. It opens in any browser, without the internet, for whoever has the password.{answers && ' Inside is a link by which they say that they have it; the link in a file made before no longer answers.'}{isAwaited && !answers && ' It was assessed as high and you handed it on, so in yours there is no link by which they say that they have it: a colleague who keeps it makes the file that goes to them.'}</p>
      <Sheet as="div">
        {/* Without script and with it: the answer is a file, and this page stays. */}
        <Form method="post" action={`/concerns/${concernId}/pack/file`} reloadDocument className="stack">
          <Problem message={problem?.isPassword ? undefined : problem?.words} />
          <Field label="A password for it" hint="At least 12 letters. Three random words work well. Tell it another way than you send the file: on the phone, to a number you know." problem={problem?.isPassword ? problem.words : undefined}>
            <input name="password" type="password" autoComplete="new-password" required minLength={12} maxLength={200} spellCheck={false} />
          </Field>
          <p className="small soft">Belay does not keep the password. If it is lost, make the file again.</p>
          <Reads><b>Everybody who can open this concern</b> sees that you made the file, and when.</Reads>
          <div><Button>Make the file</Button></div>
        </Form>
      </Sheet>
    </Shell>
  )
}
