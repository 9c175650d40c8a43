import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { roleNames } from '#modules/organisations/role-names.ts'
import { myVetting } from '#modules/vetting/find-vetted.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { HowItStands } from '#app/vetting/how-it-stands.tsx'
import { WrittenSheet } from '#app/vetting/written-sheet.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Your checks · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(myVetting(viewer))
}

export default function MyChecksPage() {
  const { places, written } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/account', label: 'Your account' }}>
      <PageTitle>Your checks</PageTitle>
      {places.length === 0 && <Empty title="Checks on adults would be here">They are about adults who work with young people. Nothing is asked of you.</Empty>}
      {places.map(({ organisationId, place, waiting, checks, whom }) => {
        const isShort = checks.some(({ standing }) => standing === 'none' || standing === 'out')
        return (
          <Sheet key={organisationId} aria-label={place}>
            <h2 className="h3">{place}</h2>
            {waiting.length > 0 && <Note tone="sun"><b>{waiting.map((role) => roleNames[role]).join(', ')}: this role waits.</b> {isShort ? `It begins once everything below is there. Bring it to ${whom}.` : `Everything is there. ${whom} lets it begin.`}</Note>}
            {waiting.length === 0 && isShort && <Note tone="sun"><b>Something is missing or has run out.</b> Until it is put right you take no new place with young people here: no seat as a supervisor, no duty as a youth worker, no course. Concerns still reach you. {whom} writes down what you bring.</Note>}
            {checks.length > 0 ? <HowItStands checks={checks} today={checks[0]!.today} label={`Your checks at ${place}`} /> : <p className="soft">No check is asked of you here.</p>}
            {checks.some(({ standing }) => standing === 'soon') && !isShort && <p className="small">Speak with {whom} before it runs out.</p>}
          </Sheet>
        )
      })}
      {written.length > 0 && <WrittenSheet written={written} title="What is held about you" />}
      {places.length > 0 && <Reads><b>You, the coordinator, the safeguarding lead and deputies, and the head of each place</b> can read this. If something is wrong, tell one of them: it is struck through and written down again.</Reads>}
    </Shell>
  )
}
