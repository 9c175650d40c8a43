import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { startUnit } from '#modules/learning/start-unit.server.ts'
import { inTheUnit } from '#app/learn/in-the-unit.server.ts'
import { unitPath } from '#app/learn/unit-path.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(unitPath(params))

export const action = (given: ActionFunctionArgs) => inTheUnit(given, async (viewer) => {
  const { params } = given
  await startUnit(viewer, { course: params.course!, unit: params.unit! })
  return unitPath(params)
})
