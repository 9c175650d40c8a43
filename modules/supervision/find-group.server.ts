import { z } from 'zod'
import { now, underWay } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

type Counts = { meetingId: string; present: number; late: number; absent: number; excused: number }

/**
 * A group for those who arrange it: who is in it, when it meets, and how each meeting was attended, in numbers. What was said in a room is
 * not here.
 */
export const findGroup = (viewer: Viewer, groupId: string) => read(viewer, async (tx) => {
  const id = z.uuid().parse(groupId)
  const group = await tx.supervisionGroup.findUnique({
    where: { id },
    include: {
      organisation: { select: { name: true, timeZone: true } },
      members: { where: { OR: [{ endsAt: null }, { endsAt: { gt: now() } }] }, include: { person: { select: { name: true } } }, orderBy: { startsAt: 'asc' } },
      meetings: { include: { opening: { select: { at: true } }, closing: { select: { at: true } } }, orderBy: { startsAt: 'asc' }, take: 60 },
    },
  })
  if (!group) throw new NotFound()
  authorize(may.arrange, viewer, group)
  const counts = await tx.$queryRaw<Counts[]>`SELECT * FROM app.register_counts(${id}::uuid)`
  const addable = await tx.membership.findMany({
    where: { organisationId: group.organisationId, role: { in: ['mentor', 'youth_worker', 'specialist'] }, ...underWay(), personId: { notIn: group.members.map((member) => member.personId) } },
    include: { person: { select: { name: true } } }, orderBy: { person: { name: 'asc' } }, take: 300,
  })
  return {
    group: { id, name: group.name, place: group.place, callAddress: group.callAddress, rule: group.rule, firstAt: group.firstAt, minutes: group.minutes, organisationName: group.organisation.name, timeZone: group.organisation.timeZone },
    members: group.members.map((member) => ({ personId: member.personId, name: member.person.name, part: member.part })),
    meetings: group.meetings.map((meeting) => ({
      meetingId: meeting.id, startsAt: meeting.startsAt, place: meeting.place, isCalledOff: meeting.calledOffAt !== null, isOpen: Boolean(meeting.opening) && !meeting.closing, isOver: meeting.closing !== null,
      counts: counts.find((count) => count.meetingId === meeting.id) ?? null,
    })),
    addable: addable.map(({ personId, role, person }) => ({ personId, name: person.name, part: role as 'mentor' | 'youth_worker' | 'specialist' })),
  }
})

/** Whom a new group may have, in each organisation where this viewer may make one. */
export const findPeopleForGroups = (viewer: Viewer) => read(viewer, async (tx) => {
  const mine = [...new Set(viewer.memberships.filter((membership) => may.arrange(viewer, membership)).map((membership) => membership.organisationId))]
  const organisations = await tx.organisation.findMany({ where: { id: { in: mine }, kind: { not: 'delivery_site' } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
  const people = await tx.membership.findMany({
    where: { organisationId: { in: organisations.map(({ id }) => id) }, role: { in: ['mentor', 'youth_worker', 'specialist'] }, ...underWay() },
    include: { person: { select: { name: true } } }, orderBy: { person: { name: 'asc' } }, take: 600,
  })
  return organisations.map((organisation) => ({
    ...organisation,
    people: people.filter((one) => one.organisationId === organisation.id).map(({ personId, role, person }) => ({ personId, name: person.name, part: role as 'mentor' | 'youth_worker' | 'specialist' })),
  }))
})
