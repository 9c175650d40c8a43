import { z } from 'zod'
import { now } from '#modules/clock.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { NotFound } from '#modules/errors.ts'
import { myReporting } from '#modules/reporting/my-reporting.server.ts'
import { writeDownNotification } from '#modules/reporting/write-down-notification.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'

/** What the page says that the law asks, and the clock its form shows. Not there while it asks nothing. */
export const loadNotification = (viewer: Viewer, concernId: string | undefined) => asPage((async () => {
  const reporting = await myReporting(viewer, z.uuid().parse(concernId))
  if (!reporting) throw new NotFound()
  return { id: newId(), reporting, clock: localOf(now(), reporting.timeZone) }
})())

/** Writes it down; what comes back is the form that could not be taken. */
export async function actOnNotification(viewer: Viewer, request: Request, concernId: string | undefined) {
  const form = await readForm(request)
  const outcome = await asForm(form, () => writeDownNotification(viewer, { ...fields(form), concernId } as never))
  return 'refused' in outcome ? outcome.refused : null
}
