import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { myRegistrations } from '#modules/accreditation/my-registrations.server.ts'
import { myClaim } from '#modules/claims/my-claim.server.ts'
import { MyClaim } from '#app/claims/my-claim.tsx'
import { myAppeals } from '#modules/registers/appeals.server.ts'
import { SecondLook } from '#app/registers/second-look.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { MatrixOf } from '#app/accreditation/matrix-of.tsx'
import { PiecesFolded } from '#app/accreditation/pieces-folded.tsx'
import { ToShowAgain } from '#app/accreditation/to-show-again.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { useNews } from '#app/live/use-news.ts'

export const meta: MetaFunction = () => [{ title: 'Your portfolio · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const [newest] = await asPage(myRegistrations(viewer))
  const appeals = newest ? await asPage(myAppeals(viewer, { registrationId: newest.id })) : []
  return { appeals, claim: newest ? await asPage(myClaim(viewer, { registrationId: newest.id })) : null, matrix: newest ? await asPage(findMatrix(viewer, { registrationId: newest.id })) : null }
}

export default function PortfolioPage() {
  const { matrix, claim, appeals } = useLoaderData<typeof loader>()
  useNews()
  return (
    <Shell back={{ to: '/learn', label: 'Learn' }}>
      <PageTitle kicker={matrix ? `${matrix.specification.title}, version ${matrix.specification.version}` : 'What you can show'}>Your portfolio</PageTitle>
      {!matrix && <Sheet><Empty title="Your portfolio will be here">Whoever coordinates your setting registers you. Then you can hand in what you have written, and an assessor looks at it.</Empty></Sheet>}
      {matrix && (
        <>
          {matrix.withdrawnAt && <Note>You are not registered on this any more. What was decided stays yours to read.</Note>}
          {!matrix.withdrawnAt && <Bar><ButtonLink to="/learn/portfolio/new">Hand something in</ButtonLink><ButtonLink kind="plain" to="/learn/awards">Certificates and badges</ButtonLink><ButtonLink kind="plain" to={`/assessment/${matrix.id}/adjustments`}>What helps you</ButtonLink></Bar>}
          {!claim && !matrix.withdrawnAt && matrix.units.every(({ criteria }) => criteria.every(({ standing }) => standing === 'met')) && <Note tone="rope"><b>You have shown everything.</b> A quality assurer looks it over, and then your coordinator asks for your certificate. You need to do nothing now.</Note>}
          {!matrix.withdrawnAt && <ToShowAgain units={matrix.units} />}
          {claim && <MyClaim claim={claim} where={matrix.where} />}
          <MatrixOf units={matrix.units} mine={['not_yet', 'insufficient']} more={(criterion) => <SecondLook criterion={criterion} appeals={appeals} canAsk={!matrix.withdrawnAt} />} />
          <Sheet aria-labelledby="handed-in">
            <h2 id="handed-in">What was handed in</h2>
            <Reads><b>You, and the assessors and quality assurers of {matrix.where},</b> can read what is here. What they write to you can also be read by the youth workers and specialists there.</Reads>
            <PiecesFolded pieces={matrix.evidence} empty={<Empty title="What you hand in will be here">Begin with an answer from a unit or a passage of a reflection.</Empty>} />
          </Sheet>
        </>
      )}
    </Shell>
  )
}
