import { theCourses, theGuides } from '../curriculum/the-curriculum.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

/** The guides to some sessions of a course, for those who may read them; for others none. */
export function guidesToSessions(viewer: Viewer, courseId: string, numbers: readonly number[]): { slug: string; courseSlug: string; number: number; title: string }[] {
  const course = theCourses.find((one) => one.id === courseId)
  if (!course || !may.teach(viewer)) return []
  return course.sessions.filter((session) => numbers.includes(session.number)).flatMap((session) =>
    theGuides.filter((guide) => guide.sessionId === session.id).map(({ slug }) => ({ slug, courseSlug: course.slug, number: session.number, title: session.title })))
}
