import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData, type ClientActionFunctionArgs, type ShouldRevalidateFunction } from '@remix-run/react'
import { useRef } from 'react'
import { declaration } from '#modules/accreditation/declaration.ts'
import { isSound, mostOfAll, tooBig } from '#modules/accreditation/file-kinds.ts'
import { findFileThatWaits, findFileToHandIn } from '#modules/accreditation/find-file.server.ts'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { handInWork } from '#modules/accreditation/hand-in-work.server.ts'
import { keepFile } from '#modules/accreditation/keep-file.server.ts'
import { lookForNames, markOf } from '#modules/accreditation/look-for-names.server.ts'
import { myRegistrations } from '#modules/accreditation/my-registrations.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { ChooseFile } from '#app/accreditation/choose-file.tsx'
import { givenIn } from '#app/accreditation/given.server.ts'
import { HandInForm } from '#app/accreditation/hand-in-form.tsx'
import { toShow } from '#app/accreditation/to-show.ts'
import { FileAsKept, LookAtFile } from '#app/accreditation/look-at-file.tsx'
import { Transcript } from '#app/accreditation/transcript.tsx'
import { isAfterForm } from '#app/http/form-address.server.ts'
import { fields } from '#app/http/read-form.server.ts'
import { readUploadOf } from '#app/http/read-upload.server.ts'
import { didNotArrive, orNotArrived } from '#app/http/not-arrived.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'A photo, a recording or a file of your work · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const [newest] = await asPage(myRegistrations(viewer))
  if (!newest || (newest.withdrawnAt && !isAfterForm(request))) throw redirect('/learn/portfolio')
  const { units, where } = await asPage(findMatrix(viewer, { registrationId: newest.id }))
  // Gone on with, where its page was lost: a phone lets go of pages, and a recording may be ten minutes of somebody's talking.
  const kept = await asPage(findFileToHandIn(viewer, { fileId: new URL(request.url).searchParams.get('file') ?? '' }))
  return { id: newId(), where, units: toShow(units, ['work']), kept, waits: kept ? null : await asPage(findFileThatWaits(viewer)) }
}

/** First the file is kept and looked at, with the words; then it is handed in. Whatever is refused, the words come back, and so does a file that is here. */
export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { form, file, isTooBig } = await readUploadOf(viewer.id, request, mostOfAll)
  const [newest] = await asPage(myRegistrations(viewer))
  if (!newest) throw redirect('/learn/portfolio')
  const said = givenIn(form)
  const { transcript = '', ...sent } = fields(form)
  let fileId = sent.fileId ?? ''
  const ticked = { hasNobodyElse: sent.hasNobodyElse === 'yes', hasNoNames: sent.hasNoNames === 'yes', hasNoPlaces: sent.hasNoPlaces === 'yes' }
  const answer = async (refused: { message: string; fields: Record<string, string> } | undefined, isLookedAt: boolean, status: number) => {
    const kept = await asPage(findFileToHandIn(viewer, { fileId }))
    const isHeard = kept !== null && isSound(kept.type)
    const isToWriteDown = isHeard && !transcript.trim()
    const asked = kept && isLookedAt && !isToWriteDown ? await asPage(lookForNames(viewer, `${said.words}\n${isHeard ? transcript : ''}\n${kept.text ?? ''}`)) : null
    const missing = isToWriteDown && !file && !refused ? { message: 'What is said in it is not written down yet.', fields: { transcript: 'Listen to it, and write it down here.' } } : refused
    return data({ given: { ...said, transcript, fileId: kept?.id ?? '' }, ticked: file ? {} : ticked, kept, asked: asked && { ...asked, looked: markOf(said.words, isHeard ? transcript : '') }, refused: missing }, { status: missing ? Math.max(400, status) : status })
  }
  if (isTooBig) return answer({ message: `${tooBig} Your words are still here.`, fields: { file: 'Choose another one.' } }, false, 400)
  if (file) {
    const kept = await asForm(form, () => keepFile(viewer, { ...file, registrationId: newest.id }))
    if ('refused' in kept) {
      const { message, fields: each } = kept.refused.data
      return answer({ message: each.file ? `${each.file} Your words are still here.` : message, fields: each.file ? { file: 'Choose another one.' } : each }, false, kept.refused.init?.status ?? 400)
    }
    fileId = kept.done
    return answer(undefined, true, 200)
  }
  if (!fileId) return answer({ message: 'There is no file in it yet. Your words are still here.', fields: { file: 'Choose a photo, a recording or a file.' } }, false, 400)
  if (markOf(said.words, transcript) !== said.looked) return answer(undefined, true, 200)
  const outcome = await asForm(form, () => handInWork(viewer, { ...said, transcript, fileId, registrationId: newest.id, declared: said.declared as true, hasNobodyElse: ticked.hasNobodyElse as true, hasNoNames: ticked.hasNoNames as true, hasNoPlaces: ticked.hasNoPlaces as true }))
  if (!('refused' in outcome)) return redirect('/learn/portfolio')
  const { message, fields: each } = outcome.refused.data
  return answer({ message, fields: each }, true, outcome.refused.init?.status ?? 400)
}

/** What is being sent is on this page alone: a recording, a photo. Where it does not arrive the page stays, with all of it. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => orNotArrived(() => serverAction<typeof action>())

/** The answer has all there is to say. Reading the page again could lead away from it: whoever was withdrawn while they wrote has their words here. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) => actionResult === undefined && defaultShouldRevalidate

export default function HandInWorkPage() {
  const loaded = useLoaderData<typeof loader>()
  const { id, where, units, waits } = loaded
  const answer = useActionData<typeof clientAction>()
  // What did not arrive leaves the form as it is: it goes on from the last answer that did.
  const last = useRef<Exclude<typeof answer, { didNotArrive: true }>>()
  if (answer && !didNotArrive(answer)) last.current = answer
  const said = last.current
  const refused = answer?.refused ?? undefined
  const kept = said ? said.kept : loaded.kept
  const [given, problems] = [said?.given, refused?.fields ?? {}]
  const isHeard = kept !== null && isSound(kept.type)
  return (
    <Shell back={{ to: '/learn/portfolio', label: 'Your portfolio' }} reading>
      <PageTitle kicker="Hand something in">{isHeard ? 'Listen to it before you hand it in' : kept ? 'Look at it before you hand it in' : 'A photo, a recording or a file of your work'}</PageTitle>
      {waits && !said && <Note>You brought {isSound(waits.type) ? 'a recording' : waits.type.startsWith('image/') ? 'a photo' : 'a file'} (<When at={waits.keptAt} />) and have not handed it in. It is kept for a day. <Link to={`?file=${waits.id}`}>Go on with it</Link></Note>}
      <Sheet>
        <HandInForm key={`${kept?.id ?? ''} ${said?.asked?.looked ?? ''}`} about="hand-in/work" id={given?.id ?? id} words={given?.words ?? ''} chosen={given?.criterionIds ?? []} units={units} kind="work" declaration={declaration.says} refused={refused} asked={said?.asked ?? null}
          reads={<><b>You, and the assessors and quality assurers of {where}.</b> Nobody else sees or hears the file, or reads the words. You can take it back until it is decided: then it is gone.</>}
          work={{
            wordsLabel: 'What is it, and what does it show?', lookLabel: isHeard ? 'Look through what you wrote' : 'Look at it before it goes',
            chosen: (
              <>
                {kept && <><input type="hidden" name="fileId" value={kept.id} /><FileAsKept file={kept} answer={said && !said.asked && !refused ? said : null} /></>}
                {isHeard && <Transcript isNow words={given?.transcript ?? ''} problem={problems.transcript} />}
                <ChooseFile problem={problems.file} isChosen={kept !== null} transcript={isHeard ? null : given?.transcript ?? ''} />
              </>
            ),
            look: kept && <LookAtFile file={kept} ticked={said?.ticked ?? {}} problems={problems} />,
          }} />
      </Sheet>
    </Shell>
  )
}
