import { z } from 'zod'
import type { Clock, Danger } from '#prisma/generated/enums.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { momentsOf, targetFor } from './climbs-ahead.ts'
import { may } from './policy.ts'
import { dangers, longestMinutes, usualMinutes } from './states.ts'

export type ClockSet = { clock: Clock; danger: Danger; minutes: number; usual: number; longest: number; inStaffedTime: boolean; /** Raised at this moment, it would climb first then. */ firstAt: Date }
export type ClocksPage = { organisationId: string; organisationName: string; hasHours: boolean; clocks: ClockSet[] }

/** How long the clocks of a setting run now, what is usual, and what it would mean for a concern raised at this moment. For those who set them. */
export const findClocks = (viewer: Viewer, organisationId: string): Promise<ClocksPage> => read(viewer, async (tx) => {
  const place = await tx.organisation.findUnique({ where: { id: z.uuid().parse(organisationId) }, select: { id: true, name: true } })
  if (!place) throw new NotFound()
  authorize(may.setTargets, viewer, place.id)
  const targets = await tx.clockTarget.findMany({ where: { organisationId: place.id } })
  const calendar = (await calendarsOf(tx, [place.id]))(place.id)
  const clocks = (['received', 'taken_on'] as const).flatMap((clock) => dangers.map(({ value: danger }) => {
    const set = targetFor({ clock, danger, at: now() }, targets)
    return { clock, danger, ...set, usual: usualMinutes[clock][danger], longest: longestMinutes[clock][danger], firstAt: momentsOf(set, now(), calendar)[0]!.at }
  }))
  return { organisationId: place.id, organisationName: place.name, hasHours: calendar.week !== null, clocks }
})
