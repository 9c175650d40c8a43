import type { Mark } from '#prisma/generated/enums.ts'

/** What a registrar changed: the marks of the form that are not what stood there when the page was read. */
export function changedMarks(said: Record<string, string>): Record<string, Mark> {
  const marks: Record<string, Mark> = {}
  for (const [name, value] of Object.entries(said)) {
    const personId = /^mark\.(.+)$/.exec(name)?.[1]
    if (personId && value !== said[`was.${personId}`]) marks[personId] = value as Mark
  }
  return marks
}
