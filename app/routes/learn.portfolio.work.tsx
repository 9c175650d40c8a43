import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { declaration } from '#modules/accreditation/declaration.ts'
import { mostOfAll, tooBig, workChecks } from '#modules/accreditation/file-kinds.ts'
import { findFileToHandIn } from '#modules/accreditation/find-file.server.ts'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { handInWork } from '#modules/accreditation/hand-in-work.server.ts'
import { keepFile } from '#modules/accreditation/keep-file.server.ts'
import { lookForNames, markOf } from '#modules/accreditation/look-for-names.server.ts'
import { myRegistrations } from '#modules/accreditation/my-registrations.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { ChooseFile } from '#app/accreditation/choose-file.tsx'
import { givenIn } from '#app/accreditation/given.server.ts'
import { HandInForm } from '#app/accreditation/hand-in-form.tsx'
import { FileAsKept, LookAtFile } from '#app/accreditation/look-at-file.tsx'
import { fields } from '#app/http/read-form.server.ts'
import { readUploadOf } from '#app/http/read-upload.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'A photo or a file of your work · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const [newest] = await asPage(myRegistrations(viewer))
  if (!newest || newest.withdrawnAt) throw redirect('/learn/portfolio')
  const { units, where } = await asPage(findMatrix(viewer, { registrationId: newest.id }))
  const criteria = units.flatMap((unit) => unit.criteria.filter(({ standing, shownBy }) => standing !== 'met' && shownBy.includes('work')).map((one) => ({ id: one.id, label: `${unit.ref} ${one.number}: ${one.says}`, isSuggested: false })))
  return { id: newId(), where, criteria }
}

/** First the file is kept and looked at, with the words; then it is handed in. Whatever is refused, the words come back, and so does a file that is here. */
export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { form, file, isTooBig } = await readUploadOf(viewer.id, request, mostOfAll)
  const [newest] = await asPage(myRegistrations(viewer))
  if (!newest) throw redirect('/learn/portfolio')
  const said = givenIn(form)
  let { fileId = '' } = fields(form)
  const ticked = Object.fromEntries(workChecks.map(({ name }) => [name, form.get(name) === 'yes']))
  const answer = async (refused: { message: string; fields: Record<string, string> } | undefined, looked: 'looked' | 'not looked', status: number) => {
    const kept = await asPage(findFileToHandIn(viewer, { fileId }))
    const asked = kept && looked === 'looked' ? await asPage(lookForNames(viewer, `${said.words}\n${kept.text ?? ''}`)) : null
    return data({ given: { ...said, fileId: kept?.id ?? '' }, ticked: file ? {} : ticked, kept, asked: asked && { ...asked, looked: markOf(said.words) }, refused }, { status })
  }
  if (isTooBig) return answer({ message: `${tooBig} Your words are still here.`, fields: { file: 'Choose another one.' } }, 'not looked', 400)
  if (file) {
    const kept = await asForm(form, () => keepFile(viewer, { ...file, registrationId: newest.id }))
    if ('refused' in kept) {
      const { message, fields: each } = kept.refused.data
      return answer({ message: each.file ? `${each.file} Your words are still here.` : message, fields: each.file ? { file: 'Choose another one.' } : each }, 'not looked', kept.refused.init?.status ?? 400)
    }
    fileId = kept.done
    return answer(undefined, 'looked', 200)
  }
  if (!fileId) return answer({ message: 'There is no file in it yet. Your words are still here.', fields: { file: 'Choose a photo or a file.' } }, 'not looked', 400)
  if (markOf(said.words) !== said.looked) return answer(undefined, 'looked', 200)
  const outcome = await asForm(form, () => handInWork(viewer, { ...said, fileId, registrationId: newest.id, declared: said.declared as true, hasNoFaces: ticked.hasNoFaces as true, hasNoNames: ticked.hasNoNames as true, hasNoPlaces: ticked.hasNoPlaces as true }))
  if (!('refused' in outcome)) return redirect('/learn/portfolio')
  const { message, fields: each } = outcome.refused.data
  return answer({ message, fields: each }, 'looked', outcome.refused.init?.status ?? 400)
}

export default function HandInWorkPage() {
  const { id, where, criteria } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const [kept, given, problems] = [said?.kept ?? null, said?.given, said?.refused?.fields ?? {}]
  return (
    <Shell back={{ to: '/learn/portfolio', label: 'Your portfolio' }} reading>
      <PageTitle kicker="Hand something in">{kept ? 'Look at it before you hand it in' : 'A photo or a file of your work'}</PageTitle>
      <Sheet>
        <HandInForm key={`${given?.fileId ?? ''} ${said?.asked?.looked ?? ''}`} id={given?.id ?? id} words={given?.words ?? ''} chosen={given?.criterionIds ?? []} criteria={criteria} kind="work" declaration={declaration.says} refused={said?.refused} asked={said?.asked ?? null}
          reads={<><b>You, and the assessors and quality assurers of {where}.</b> Nobody else sees the file or the words. You can take it back until it is decided: then it is gone.</>}
          work={{
            wordsLabel: 'What is it, and what does it show?',
            chosen: <>{kept && <><input type="hidden" name="fileId" value={kept.id} /><FileAsKept file={kept} /></>}<ChooseFile problem={problems.file} isChosen={kept !== null} /></>,
            look: kept && <LookAtFile file={kept} ticked={said?.ticked ?? {}} problems={problems} />,
          }} />
      </Sheet>
    </Shell>
  )
}
