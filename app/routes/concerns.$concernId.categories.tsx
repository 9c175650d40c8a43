import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { categoriseConcern } from '#modules/cases/categorise-concern.server.ts'
import { categoryLabels } from '#modules/safeguarding/categories.ts'
import { CategoryFields } from '#app/cases/category-fields.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { Problem } from '#app/ui/problem.tsx'

export const meta: MetaFunction = () => [{ title: 'What kind of worry it is · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'categorised')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, (viewer, { id, concernId, ...said }: Record<string, string>) =>
    categoriseConcern(viewer, { id: id ?? '', concernId: concernId ?? '', categories: Object.keys(said).flatMap((name) => (name.startsWith('category-') ? [name.slice('category-'.length)] : [])) }))
}

export default function ConcernCategories() {
  return (
    <StepPage title="What kind of worry it is" lead={<>As you see it now. You can say it again when you know more: the last one counts, and all stay. Leads add kinds of their own on <Link to="/concerns/categories">the setting’s list</Link>.</>} button="Keep this">
      {({ now, said, problem }) => {
        // A form that comes back keeps what was chosen in it.
        const chosen = said('id') ? [...Object.keys(categoryLabels), ...now.ownCategories.map(({ id }) => id)].filter((key) => said(`category-${key}`) === 'yes') : now.categories.map(({ key }) => key)
        return <><Problem message={problem('categories')} /><CategoryFields chosen={chosen} own={now.ownCategories} /></>
      }}
    </StepPage>
  )
}
