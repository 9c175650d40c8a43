import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { MatrixOf } from '#app/accreditation/matrix-of.tsx'
import { PiecesFolded } from '#app/accreditation/pieces-folded.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? 'A learner'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findMatrix(viewer, { registrationId: params.registrationId ?? '' }))
}

export default function LearnerPage() {
  const { id, name, where, specification, units, evidence, withdrawnAt, can, isMine } = useLoaderData<typeof loader>()
  const waiting = can.decide ? units.flatMap(({ criteria }) => criteria.filter(({ standing }) => standing === 'waiting')) : []
  const [first] = waiting
  return (
    <Shell back={isMine ? { to: '/learn/portfolio', label: 'Your portfolio' } : { to: '/assessment', label: 'Assessment' }}>
      <PageTitle kicker={`${where} · ${specification.title}, version ${specification.version}`}>{name}</PageTitle>
      {withdrawnAt && <Note>{name} is withdrawn. What was decided stays; nothing more is handed in or decided.</Note>}
      <Bar>
        {first && <ButtonLink to={`/assessment/${id}/criteria/${first.id}`}>{waiting.length === 1 ? 'Look at what waits' : `Look at the ${waiting.length} that wait`}</ButtonLink>}
        {can.writeStatement && <ButtonLink to={`/assessment/${id}/statement`}>Write what you saw or heard</ButtonLink>}
        <ButtonLink to={`/assessment/${id}/adjustments`} kind="plain">{isMine ? 'What helps you' : `What helps ${name}`}</ButtonLink>
        {can.withdraw && <ButtonLink to={`/assessment/${id}/certificate`} kind="plain">Certificate</ButtonLink>}
        {can.withdraw && <ButtonLink to={`/assessment/${id}/withdrawal`} kind="plain">Withdraw {name}</ButtonLink>}
      </Bar>
      <MatrixOf units={units} mine={can.decide ? ['waiting'] : ['waiting', 'not_yet', 'insufficient']} decideAt={can.decide ? (criterionId) => `/assessment/${id}/criteria/${criterionId}` : undefined} />
      {can.readEvidence && (
        <Sheet aria-labelledby="evidence"><h2 id="evidence">Evidence</h2>
          <PiecesFolded pieces={evidence} empty={<Empty title="Evidence will be here">What {name} hands in is listed here, the newest first.</Empty>} />
        </Sheet>
      )}
    </Shell>
  )
}
