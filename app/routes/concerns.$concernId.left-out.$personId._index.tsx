import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { loadStep } from '#app/cases/step.server.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/cases/two-answers.css'

export const meta: MetaFunction = () => [{ title: 'Is it about them? · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'let-in', (now) => now.leftOut.some(({ personId }) => personId === args.params.personId))
}

/** Both answers side by side, each a page of its own: neither is one press away, for neither is undone. */
export default function LeftOutByName() {
  const { now } = useLoaderData<typeof loader>()
  const { concernId, personId } = useParams()
  const { name, mayStay } = now.leftOut.find((one) => one.personId === personId)!
  const base = `/concerns/${concernId!}/left-out/${personId!}`
  return (
    <Shell back={{ to: `/concerns/${concernId!}`, label: 'The concern' }}>
      <PageTitle kicker={`${name} was left out: the name that was written may be theirs`}>Is it about {name}?</PageTitle>
      <div className="two-answers">
        <Sheet aria-labelledby="another" as="section"><h2 id="another" className="h3">No, it is somebody else</h2><p>It is not about {name}, nor about anybody close to them. They may read it from then on.</p><ButtonLink to={`${base}/another`} kind="plain">It is not about {name}</ButtonLink></Sheet>
        {mayStay && <Sheet aria-labelledby="stays" as="section"><h2 id="stays" className="h3">Yes, or somebody close to them</h2><p>{name} sees nothing of it, as now. Nobody can let them in afterwards.</p><ButtonLink to={`${base}/stays`} kind="plain">It is about {name}</ButtonLink></Sheet>}
      </div>
      <p className="soft">{mayStay ? 'You do not know yet?' : 'It is about them, or you do not know yet?'} Leave it as it is: {name} sees nothing of it until somebody says. Ask whoever raised it, never {name}.</p>
    </Shell>
  )
}
