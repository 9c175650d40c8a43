import { courses } from '../../cohorts/timetable.ts'
import { theCourses } from '../../curriculum/the-curriculum.server.ts'
import type { Course } from '../../curriculum/schema.ts'
import { NotFound } from '../../errors.ts'

/** The course that makes a mentor. */
export function mentorCourse(): Course {
  const course = theCourses.find(({ id }) => id === courses.mentors.courseId)
  if (!course) throw new NotFound('There is no mentor course in this curriculum.')
  return course
}
