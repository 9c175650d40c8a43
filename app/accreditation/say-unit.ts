import type { standingOfUnit } from '#modules/accreditation/states.ts'

/** How a unit stands, in a few words: what is met first, then what is with whom. */
export function sayUnit({ of, met, waiting, again }: ReturnType<typeof standingOfUnit>): string[] {
  const gap = of - met - waiting - again
  return [met === of ? 'All met' : `${met} of ${of} met`, waiting > 0 ? `${waiting} with the assessor` : '', again > 0 ? `${again} to show again` : '', gap > 0 && gap < of ? `${gap} to begin` : ''].filter(Boolean)
}
