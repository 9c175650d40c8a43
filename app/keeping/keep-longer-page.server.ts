import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { today } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { keepLonger } from '#modules/keeping/keep-longer.server.ts'
import { findTimeCome } from '#modules/keeping/kept-longer.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

/** What the page of keeping something longer is drawn from. */
export async function loadToKeepLonger({ context, request }: LoaderFunctionArgs, subjectId: string | undefined) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => ({ id: newId(), today: today(), come: await findTimeCome(viewer, z.uuid().parse(subjectId)) }))())
}
export type ToKeepLonger = () => ReturnType<typeof loadToKeepLonger>

export async function actOnKeepLonger({ context, request }: ActionFunctionArgs, subjectId: string | undefined) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id = '', until = '', words = '' } = fields(form)
  const outcome = await asForm(form, () => keepLonger(viewer, { id, subjectId: subjectId!, until, words }))
  return 'refused' in outcome ? outcome.refused : redirect('/keeping')
}
