import type { LoaderFunctionArgs } from '@remix-run/node'
import { plainPicture } from '#modules/awards/badge-picture.server.ts'
import { answer, asBytes } from '#app/awards/answer.server.ts'

const types = { png: 'image/png', svg: 'image/svg+xml' } as const

/** The picture of a kind of badge, with nobody's badge in it. */
export const loader = ({ params }: LoaderFunctionArgs) => answer(async () => {
  const { type, picture } = plainPicture(params.file ?? '')
  return Promise.resolve({ body: asBytes(picture), type: types[type] })
})
