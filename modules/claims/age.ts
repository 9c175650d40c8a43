/** Years of life on a day, both as 2026-11-22. Somebody born on 29 February is a year older on 1 March, as the law of England has it. */
export function ageOn(bornOn: string, day: string): number {
  const [born, on] = [bornOn, day].map((date) => ({ year: Number(date.slice(0, 4)), rest: date.slice(5) }))
  return on!.year - born!.year - (on!.rest < born!.rest ? 1 : 0)
}

/** The youngest an awarding body certificates. Who is younger gets a course certificate. */
export const youngestToClaim = 14

/** A day in London, as 2026-11-22. */
export const dayOf = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
