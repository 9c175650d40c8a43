import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { findCase, type OpenCase } from '#modules/cases/find-case.server.ts'
import { now as timeNow, today } from '#modules/clock.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { Forbidden, NotFound } from '#modules/errors.ts'
import { canTake, type StepKind } from '#modules/safeguarding/steps.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export type StepToTake = { id: string; today: string; /** The setting's wall clock, as a field shows it. */ clock: string; now: OpenCase; isShut: boolean }

/** It is no look: what is to be done in the case is not told here. */
const shownOf = (now: OpenCase) => ({ id: newId(), today: today(), clock: localOf(timeNow(), now.timeZone), now: { ...now, actions: now.actions.map((action) => ({ ...action, what: null })) } })

/** What the page of one step shows: the case as it stands, if this viewer may take the step from here. Where it has moved on, the page is shut: somebody who was writing gets their words back from it. */
export async function loadStep({ context, request, params }: LoaderFunctionArgs, kind: StepKind, isThere: (now: OpenCase) => boolean = () => true): Promise<StepToTake> {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const now = await findCase(viewer, z.uuid().parse(params.concernId))
    // What waits for an agency is shut, and not refused: whoever was writing that it can be closed keeps their words.
    const waits = now.toRefer !== null || now.referrals.some(({ isOpen }) => isOpen)
    if (canTake(now.state, kind) && !now.can.includes(kind) && !waits) throw new Forbidden()
    if (!isThere(now)) throw new NotFound()
    return { ...shownOf(now), isShut: !now.can.includes(kind) }
  })())
}

/** What a page about the links of a concern shows, for whoever keeps it. */
export async function loadLink({ context, request, params }: LoaderFunctionArgs, isThere: (now: OpenCase) => boolean = () => true): Promise<{ viewer: Viewer; step: StepToTake }> {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const now = await findCase(viewer, z.uuid().parse(params.concernId))
    if (!now.mayLink) throw new Forbidden()
    if (!isThere(now)) throw new NotFound()
    return { viewer, step: { ...shownOf(now), isShut: false } }
  })())
}

/** Takes the step with what the form says, and goes back to the concern. The deed reads the form itself: what it is handed is text by name. */
export async function actOnStep({ context, request, params }: ActionFunctionArgs, deed: (viewer: Viewer, said: never) => Promise<void>, which: Record<string, string> = {}) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const concernId = params.concernId!
  const outcome = await asForm(form, () => deed(viewer, { ...fields(form), ...which, concernId } as never))
  return 'refused' in outcome ? outcome.refused : redirect(`/concerns/${concernId}`)
}
