/** Is somebody born on this day at least so many years old? Whoever is born on 29 February has their birthday on 1 March. */
export const isAtLeast = (years: number, bornOn: Date, at: Date): boolean => {
  const birthday = new Date(Date.UTC(bornOn.getUTCFullYear() + years, bornOn.getUTCMonth(), bornOn.getUTCDate()))
  return birthday <= at
}
