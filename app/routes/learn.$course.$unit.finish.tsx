import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { finishUnit } from '#modules/learning/finish-unit.server.ts'
import { inTheUnit } from '#app/learn/in-the-unit.server.ts'
import { unitPath } from '#app/learn/unit-path.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(unitPath(params))

export const action = (given: ActionFunctionArgs) => inTheUnit(given, async (viewer) => {
  const { params } = given
  await finishUnit(viewer, { course: params.course!, unit: params.unit! })
  return unitPath(params)
})
