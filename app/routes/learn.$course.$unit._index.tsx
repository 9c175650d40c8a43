import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { v7 } from 'uuid'
import { findUnitForLearner } from '#modules/learning/find-unit-for-learner.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { onlyTheSearchChanged } from '#app/http/only-the-search-changed.ts'
import { UnitIntro } from '#app/learn/unit-intro.tsx'
import { UnitPage, titleOf } from '#app/learn/unit-page.tsx'
import { cardAt } from '#modules/learning/place-in-unit.ts'

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Learn · Belay' }]
  const { seen } = data
  return [{ title: titleOf(cardAt(seen.unit, new URLSearchParams(location.search).get('card') ?? seen.place.cardId).title, seen) }]
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { seen: await asPage(findUnitForLearner(viewer, params.course!, params.unit!)), answerId: v7() }
}

/** All cards are here already: turning to the next asks nobody, and so it works with no signal. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => !onlyTheSearchChanged(change) && change.defaultShouldRevalidate

export default function Unit() {
  const { seen, answerId } = useLoaderData<typeof loader>()
  return seen.isLearner && seen.place.state === 'not-begun' ? <UnitIntro seen={seen} /> : <UnitPage key={seen.unit.id} seen={seen} answerId={answerId} />
}
