/** The day on which a role starts that was given and waits for checks: so far away that nobody holds it now. SQL says the same, `app.not_begun()`. */
export const notBegun = new Date('9999-12-31T00:00:00Z')

export const waits = (role: { startsAt: Date; endsAt: Date | null }, at: Date): boolean => role.startsAt.getTime() === notBegun.getTime() && (role.endsAt === null || role.endsAt > at)
