import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Camera } from 'lucide-react'
import { declaration } from '#modules/accreditation/declaration.ts'
import { answersToHandIn, entriesToLiftFrom, linesToLift } from '#modules/accreditation/evidence-sources.server.ts'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { handInEvidence } from '#modules/accreditation/hand-in-evidence.server.ts'
import { myRegistrations } from '#modules/accreditation/my-registrations.server.ts'
import { lookForNames } from '#modules/accreditation/look-for-names.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { BegunHere } from '#app/accreditation/begun-here.tsx'
import { toShow } from '#app/accreditation/to-show.ts'
import { givenIn, lookedThrough } from '#app/accreditation/given.server.ts'
import { HandInForm } from '#app/accreditation/hand-in-form.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { sayWholeDay } from '#app/ui/say-when.ts'

export const meta: MetaFunction = () => [{ title: 'Hand something in · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const [newest] = await asPage(myRegistrations(viewer))
  if (!newest) throw redirect('/learn/portfolio')
  const asked = new URL(request.url).searchParams
  const [cardId, entryId] = [asked.get('card'), asked.get('entry')]
  const { units, where } = await asPage(findMatrix(viewer, { registrationId: newest.id }))
  const answers = await asPage(answersToHandIn(viewer))
  const lines = entryId ? await asPage(linesToLift(viewer, { entryId })) : []
  const lifted = asked.getAll('line').flatMap((at) => lines[Number(at)] ?? [])
  const answer = answers.find((one) => one.cardId === cardId)
  const kind = answer ? 'answer' : 'reflection'
  const open = toShow(units, [kind], ({ taughtIn }) => Boolean(answer) && taughtIn.some((taught) => taught.split('/')[0] === answer?.cardId.split('/')[0]))
  // Whoever is withdrawn while they write comes back here with their words: sent away, they would lose them.
  return { id: newId(), isWithdrawn: Boolean(newest.withdrawnAt), where, kind, units: open, answer: answer ?? null, entryId, lines, lifted, answers: answers.slice(0, 20).map(({ cardId: key, asked: question }) => ({ cardId: key, question })), entries: await asPage(entriesToLiftFrom(viewer)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const given = givenIn(form)
  const [newest] = await asPage(myRegistrations(viewer))
  if (!newest) throw redirect('/learn/portfolio')
  const asked = await lookedThrough(viewer, given)
  if (asked) return { given, asked, refused: undefined }
  const outcome = await asForm(form, () => handInEvidence(viewer, { ...given, registrationId: newest.id, kind: given.kind as 'answer', declared: given.declared as true }))
  if (!('refused' in outcome)) return redirect('/learn/portfolio')
  const { message, fields } = outcome.refused.data
  // The same words: what was found in them is still there to look at.
  return data({ given, asked: await lookForNames(viewer, given.words), refused: { message, fields } }, { status: outcome.refused.init?.status ?? 400 })
}

export default function HandInPage() {
  const { id, isWithdrawn, where, kind, units, answer, entryId, lines, lifted, answers, entries } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const isShut = isWithdrawn && said === undefined
  const isChosen = answer !== null || lifted.length > 0 || said !== undefined
  return (
    <Shell back={{ to: '/learn/portfolio', label: 'Your portfolio' }} reading>
      <PageTitle kicker="Hand something in">{isChosen ? 'Look at it before you hand it in' : entryId ? 'Which lines do you want to lift out?' : 'What would you like to show?'}</PageTitle>
      {isShut && <Note>You are not registered on this any more, so nothing can be handed in. Ask whoever coordinates your setting.</Note>}
      {!isShut && isChosen && (
        <Sheet>
          {answer && <p className="soft">{answer.asked}</p>}
          <HandInForm key={said?.asked.looked} about={`hand-in/${answer ? `answer/${answer.cardId}` : `entry/${entryId ?? ''}`}`} id={said?.given.id ?? id} words={said?.given.words ?? answer?.words ?? lifted.join('\n')} chosen={said?.given.criterionIds ?? []} units={units} kind={said?.given.kind ?? kind} cardId={said?.given.cardId ?? answer?.cardId}
            declaration={declaration.says} refused={said?.refused} asked={said?.asked ?? null} reads={<><b>You, and the assessors and quality assurers of {where}.</b> Nobody else. You can take it back until it is decided.</>} />
        </Sheet>
      )}
      {!isShut && !isChosen && entryId && (
        <Sheet>
          <Note>Your entry stays private. Only the lines you choose are copied, and you can change them before you hand them in.</Note>
          <Form method="get" className="stack">
            <input type="hidden" name="entry" value={entryId} />
            <ChoiceGroup legend="The lines" name="line" type="checkbox" options={lines.map((line, at) => ({ value: String(at), label: line }))} />
            <Button type="submit">Copy these lines</Button>
          </Form>
        </Sheet>
      )}
      {!isShut && !isChosen && !entryId && (
        <>
          <BegunHere />
          <Sheet aria-labelledby="work"><h2 id="work">Something you made</h2>
            <Rows><Row icon={Camera} title="A photo, a recording or a file" detail="A plan you drew, a page, something you say" to="/learn/portfolio/work" /></Rows>
          </Sheet>
          <Sheet aria-labelledby="answers"><h2 id="answers">Something you wrote in a unit</h2>
            {answers.length === 0 ? <Empty title="Your answers will be here">When you write a few words in a unit, you can hand them in.</Empty> : <Rows>{answers.map((one) => <Row key={one.cardId} title={one.question} to={`?card=${encodeURIComponent(one.cardId)}`} />)}</Rows>}
          </Sheet>
          <Sheet aria-labelledby="entries"><h2 id="entries">A passage of your journal</h2>
            {entries.length === 0 ? <Empty title="Your entries will be here">You choose which lines to copy. The entry itself stays private.</Empty> : <Rows>{entries.map((one) => <Row key={one.entryId} title={one.title || 'No words yet'} detail={sayWholeDay(one.startedAt)} to={`?entry=${one.entryId}`} />)}</Rows>}
          </Sheet>
        </>
      )}
    </Shell>
  )
}
