import { days } from '../clock.ts'

/** How long an answer to an appeal may take: twenty working days, said as four weeks. */
export const appealAnsweredWithin = days(28)
