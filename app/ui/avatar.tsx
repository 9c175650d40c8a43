import './avatar.css'

type Props = { name: string; tone?: 'rope' | 'dusk' | 'sun'; off?: boolean; size?: 'small' | 'middle' | 'large' }

/** Two letters of somebody's name in a circle. The name itself stands beside it, so the letters are not read out. */
export function Avatar({ name, tone, off = false, size = 'middle' }: Props) {
  return <span className="avatar" data-tone={tone ?? toneOf(name)} data-size={size} data-off={off || undefined} aria-hidden="true">{initials(name)}</span>
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}` : name.trim().slice(0, 2)
  return letters.toLocaleUpperCase('en-GB')
}

const tones = ['rope', 'dusk', 'sun'] as const

/** The same person has the same colour on every page. */
function toneOf(name: string) {
  let sum = 0
  for (const letter of name) sum += letter.codePointAt(0) ?? 0
  return tones[sum % tones.length]
}
