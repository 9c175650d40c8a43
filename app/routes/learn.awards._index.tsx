import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myAwards } from '#modules/awards/my-awards.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { settings } from '#modules/settings.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { MyAward } from '#app/awards/my-award.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { useNews } from '#app/live/use-news.ts'

export const meta: MetaFunction = () => [{ title: 'Your certificates and badges · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const awards = await asPage(myAwards(viewer))
  return { awards: awards.map((award) => ({ ...award, publicationId: newId() })), base: settings().baseUrl }
}

export default function MyAwardsPage() {
  const { awards, base } = useLoaderData<typeof loader>()
  useNews()
  return (
    <Shell back={{ to: '/learn', label: 'Learn' }}>
      <PageTitle kicker="What you have earned">Your certificates and badges</PageTitle>
      {awards.length === 0 && <Sheet><Empty title="Your certificate will be here">When you have done every unit and been at every session, or made one up, your trainer or coordinator gives it to you. There is nothing you have to ask for.</Empty></Sheet>}
      {awards.map((award) => <MyAward key={award.id} award={award} base={base} />)}
    </Shell>
  )
}
