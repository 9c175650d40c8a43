/** A moment of a sitting: on the clock where its beginning is known, otherwise in minutes from it. */
export function timeAt(from: string | null, minute: number): string {
  if (!from) return String(minute)
  const [hours = 0, minutes = 0] = from.split(':').map(Number)
  const whole = hours * 60 + minutes + minute
  return `${String(Math.floor(whole / 60) % 24).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
