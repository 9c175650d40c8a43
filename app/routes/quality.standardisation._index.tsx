import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { standardisation } from '#modules/quality/standardisation.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import '#app/quality/quality.css'

export const meta: MetaFunction = () => [{ title: 'Deciding alike · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await asPage(standardisation(viewer, { after }))), isFirst: !after }
}

export default function StandardisationPage() {
  const { meetings, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <Shell>
      <PageTitle kicker="Standardisation">Deciding alike</PageTitle>
      <Bar><ButtonLink to="/quality/standardisation/new">Write down what you agreed</ButtonLink></Bar>
      <Sheet aria-labelledby="agreed"><h2 id="agreed">What was agreed, the latest first</h2>
        {meetings.length === 0 && <Empty title="What you agree will be here">When assessors look at the same work together, write down what you agreed, so that everybody decides alike.</Empty>}
        <ol className="thread">
          {meetings.map((one) => <li key={one.id}><b><When at={one.heldOn} day /></b><p>{one.agreed}</p><div className="soft small">{one.criteria.join(', ')} · {one.title}</div><div className="soft small">There: {one.present.join(', ')}</div></li>)}
        </ol>
        <PagesOf to="/quality/standardisation" next={next} isFirst={isFirst} />
      </Sheet>
    </Shell>
  )
}
