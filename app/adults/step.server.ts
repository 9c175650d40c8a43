import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { findAdultConcern, type OpenAdultConcern } from '#modules/adults/find-adult-concern.server.ts'
import { adultSteps, type AdultStep } from '#modules/adults/steps.ts'
import { now as timeNow } from '#modules/clock.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { Forbidden, NotFound } from '#modules/errors.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export type AdultStepToTake = { id: string; clock: string; now: OpenAdultConcern; isShut: boolean }

/** What the page of one step shows: the record as it stands, if this viewer may take the step from here. Where it has moved on, the page is shut: somebody who was writing gets their words back from it. */
export async function loadAdultStep({ context, request, params }: LoaderFunctionArgs, kind: AdultStep, isThere: (now: OpenAdultConcern) => boolean = () => true): Promise<AdultStepToTake> {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const now = await findAdultConcern(viewer, z.uuid().parse(params.adultConcernId))
    const { from } = adultSteps[kind] as { from: 'any' | readonly string[] }
    const isMine = kind === 'struck' || now.can.includes(kind)
    if (!isMine && (from === 'any' || from.includes(now.state))) throw new Forbidden()
    if (!isThere(now)) throw new NotFound()
    return { id: newId(), clock: localOf(timeNow(), now.timeZone), now, isShut: !isMine }
  })())
}

/** Takes the step with what the form says, and goes back to the record; whoever no longer reads it after that, to the register. */
export async function actOnAdultStep({ context, request, params }: ActionFunctionArgs, deed: (viewer: Viewer, said: never) => Promise<void>, to?: (said: Partial<Record<string, string>>, viewer: Viewer) => string | null) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => deed(viewer, { ...fields(form), ...(params.line ? { line: params.line } : {}), adultConcernId: params.adultConcernId! } as never))
  return 'refused' in outcome ? outcome.refused : redirect(to?.(fields(form), viewer) ?? `/concerns/adults/${params.adultConcernId!}`)
}
