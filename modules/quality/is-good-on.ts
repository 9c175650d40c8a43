/** Does a qualification count on this day? From the day it was got to the last day it is good for, both included. */
export const isGoodOn = ({ doneOn, validUntil }: { doneOn: Date; validUntil: Date | null }, at: Date): boolean => {
  const day = at.toISOString().slice(0, 10)
  return doneOn.toISOString().slice(0, 10) <= day && (!validUntil || validUntil.toISOString().slice(0, 10) >= day)
}
