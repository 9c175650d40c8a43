import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { statementDeclaration } from '#modules/accreditation/declaration.ts'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { writeStatement } from '#modules/accreditation/write-statement.server.ts'
import { lookForNames } from '#modules/accreditation/look-for-names.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { givenIn, lookedThrough } from '#app/accreditation/given.server.ts'
import { HandInForm } from '#app/accreditation/hand-in-form.tsx'
import { kindNames } from '#app/accreditation/kind-names.ts'
import { toShow } from '#app/accreditation/to-show.ts'
import { isAfterForm } from '#app/http/form-address.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'What you saw or heard · Belay' }]
const kinds = ['observation', 'witness', 'discussion'] as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { can, name, where, id, units } = await asPage(findMatrix(viewer, { registrationId: params.registrationId ?? '' }))
  if (!can.writeStatement && !isAfterForm(request)) throw data({ message: 'That is for a trainer of the setting to do.' }, { status: 403 })
  return { registrationId: id, name, where, units: toShow(units, kinds), id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const given = givenIn(form)
  const registrationId = params.registrationId ?? ''
  const asked = await lookedThrough(viewer, given)
  if (asked) return { given, asked, refused: undefined }
  const outcome = await asForm(form, () => writeStatement(viewer, { ...given, registrationId, kind: given.kind as 'witness', declared: given.declared as true }))
  if (!('refused' in outcome)) return redirect(`/assessment/${registrationId}`)
  const { message, fields } = outcome.refused.data
  // The same words: what was found in them is still there to look at.
  return data({ given, asked: await lookForNames(viewer, given.words), refused: { message, fields } }, { status: outcome.refused.init?.status ?? 400 })
}

export default function StatementPage() {
  const { registrationId, name, where, units, id } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/assessment/${registrationId}`, label: name }} reading>
      <PageTitle kicker={name}>What you saw or heard</PageTitle>
      <Sheet>
        <HandInForm key={said?.asked.looked} about={`statement/${registrationId}`} id={said?.given.id ?? id} words={said?.given.words ?? ''} chosen={said?.given.criterionIds ?? []} units={units} kind={said?.given.kind ?? ''} kinds={kinds.map((value) => ({ value, label: kindNames[value] }))}
          declaration={statementDeclaration.says} refused={said?.refused} asked={said?.asked ?? null} reads={<><b>{name}, and the assessors and quality assurers of {where}.</b> You do not read it again here.</>} />
      </Sheet>
    </Shell>
  )
}
