import type { Problem } from '../schema.ts'

type Need = { id: string; line: number }
/** A course and its units in the order they are taught, each with what has to come before it. */
export type Needing = { id: string; file: string; needs: Need[]; units: { id: string; needs: Need[] }[] }

/** What comes first has to come first: in the same course earlier, or in a course that this one needs; and courses never need each other in a circle. */
export function checkNeeds(courses: readonly Needing[]): Problem[] {
  return [...courses.flatMap((course) => ofCourse(course, courses)), ...courses.flatMap((course) => ofUnits(course, courses))]
}

function ofCourse(course: Needing, courses: readonly Needing[]): Problem[] {
  return course.needs.flatMap(({ id, line }): Problem[] => {
    if (!courses.some((one) => one.id === id)) return [{ file: course.file, line, says: `This course needs “${id}”, and there is no such course.` }]
    return before(id, courses).has(course.id) ? [{ file: course.file, line, says: `“${course.id}” and “${id}” need each other in a circle.` }] : []
  })
}

function ofUnits(course: Needing, courses: readonly Needing[]): Problem[] {
  const earlier = before(course.id, courses)
  earlier.delete(course.id)
  return course.units.flatMap((unit, place) => unit.needs.flatMap(({ id, line }): Problem[] => {
    const says = (what: string) => [{ file: course.file, line, says: `“${unit.id}” needs “${id}”, ${what}` }]
    const home = courses.find((one) => one.units.some((other) => other.id === id))
    if (!home) return says('which no course teaches.')
    if (home === course) return course.units.findIndex((other) => other.id === id) < place ? [] : says('which is not taught before it.')
    return earlier.has(home.id) ? [] : says(`which is taught in “${home.id}”: then this course needs that one.`)
  }))
}

/** A course and everything that comes before it, however far back. */
function before(id: string, courses: readonly Needing[], found = new Set<string>()): Set<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const need of courses.find((one) => one.id === id)?.needs ?? []) before(need.id, courses, found)
  return found
}

/** Courses in an order in which none comes before what it needs. */
export function inOrder<Course extends { id: string; needs: readonly string[] }>(courses: readonly Course[]): Course[] {
  const done: Course[] = []
  const rest = [...courses]
  for (let next = take(rest, done); next; next = take(rest, done)) done.push(next)
  return [...done, ...rest]
}

function take<Course extends { id: string; needs: readonly string[] }>(rest: Course[], done: readonly Course[]): Course | undefined {
  const at = rest.findIndex((course) => course.needs.every((id) => done.some((one) => one.id === id)))
  return at === -1 ? undefined : rest.splice(at, 1)[0]
}
