import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myHours } from '#modules/completion/hours-of.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { HoursTable } from '#app/completion/hours-table.tsx'
import '#app/completion/agreement.css'
import { Bar } from '#app/ui/bar.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Your learning hours · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { all: await asPage(myHours(viewer)) }
}

export default function MyHoursPage() {
  const { all } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/learn', label: 'Learn' }}>
      <PageTitle kicker={all.map(({ setting }) => setting).join(' and ')}>Your learning hours</PageTitle>
      {all.length === 0 && <Sheet><Empty title="This is for those who learn here">When you learn the mentor course, your hours stand here.</Empty></Sheet>}
      {all.map((hours) => <HoursTable key={hours.organisationId} hours={hours} />)}
      {all.length > 0 && <Bar><a className="button" data-kind="plain" href="/learn/hours/download" download>Keep a copy</a></Bar>}
      {all.length > 0 && <Reads><b>You, your youth workers, your coordinator and the trainers of your course</b> can see this.</Reads>}
    </Shell>
  )
}
