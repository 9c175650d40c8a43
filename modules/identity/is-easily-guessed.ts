import { commonStems } from './easy-passwords.ts'

const plain: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's', '!': 'i' }
const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '01234567890', '09876543210']

/** Would somebody guess this first? Runs of the keyboard, a few letters repeated, the most common passwords, or the person's own name. */
export function isEasilyGuessed(password: string, own: readonly string[] = []): boolean {
  const lower = password.normalize('NFKC').toLowerCase()
  const squeezed = lower.replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (new Set(squeezed).size < 5 || rows.some((row) => isRunOf(squeezed, row))) return true
  const names = own.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((name) => name.length > 2)
  const letters = squeezed.replaceAll(/\p{N}/gu, '')
  // What stands around a word (a year, an exclamation mark) is taken off before signs are read as letters: P@ssw0rd2026! is password.
  const unmasked = lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replaceAll(/[013457@$!]/g, (sign) => plain[sign] ?? sign).replaceAll(/[^\p{L}]/gu, '')
  return [letters, unmasked].some((text) => text.length > 0 && isMadeOf(text, names, 2))
}

/** Is it the start of a row of the keyboard or of the alphabet, there and perhaps again? */
const isRunOf = (text: string, row: string) => text.length > 0 && row.repeat(4).startsWith(text)

/** Is the text nothing but common words and names, at most so many? */
function isMadeOf(text: string, names: readonly string[], atMost: number): boolean {
  if (text === '') return true
  if (atMost === 0) return false
  for (let length = Math.min(text.length, 30); length > 2; length--) {
    const head = text.slice(0, length)
    if ((commonStems.has(head) || names.includes(head)) && isMadeOf(text.slice(length), names, atMost - 1)) return true
  }
  return false
}
