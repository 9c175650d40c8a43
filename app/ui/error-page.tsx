import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { Bar } from './bar.tsx'
import { Button } from './button.tsx'
import { ButtonLink } from './button-link.tsx'
import { useErrorId } from './error-id.tsx'
import { useFrame } from './frame.ts'
import { PageTitle } from './page-title.tsx'
import { SafeLine } from './safe-line.tsx'
import { Shell } from './shell.tsx'
import { sayProblem } from './say-problem.ts'
import './error-page.css'

/** The page for everything that did not work: what happened, what to do now, and always a person to turn to. */
export function ErrorPage() {
  const error = useRouteError()
  const id = useErrorId()
  const frame = useFrame()
  const { pathname, search } = useLocation()
  const said = sayProblem(isRouteErrorResponse(error) ? { status: error.status, message: (error.data as { message?: unknown } | null)?.message } : { error })
  return (
    <Shell>
      <PageTitle kicker={said.kicker}>{said.title}</PageTitle>
      <p>{said.message}</p>
      {said.isOurs && id && <p className="small soft">If you ask someone for help, give them this: <code className="error-id">{id}</code></p>}
      <Bar>
        {said.canTryAgain && <form method="get" action={`${pathname}${search}`}><TheSameQuestion search={search} /><Button>Try again</Button></form>}
        {frame && !frame.viewer
          ? <ButtonLink to="/sign-in" kind={said.canTryAgain ? 'plain' : 'main'}>Go to sign-in</ButtonLink>
          : <ButtonLink to="/" kind={said.canTryAgain ? 'plain' : 'main'}>Go to Today</ButtonLink>}
      </Bar>
      <SafeLine />
    </Shell>
  )
}

/** A form that asks with GET drops the query of its address: it is sent as fields instead. */
const TheSameQuestion = ({ search }: { search: string }) =>
  <>{[...new URLSearchParams(search)].map(([name, value], at) => <input key={at} type="hidden" name={name} value={value} />)}</>
