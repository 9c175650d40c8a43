import { Password } from '../../identity/sign-in-fields.ts'

/** What in a text is a name, as far as one sees it: what begins with a capital, or is of a script without any. */
const namesIn = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && /^[\p{Lu}\p{Lo}]/u.test(word)).map((word) => word.toLowerCase())

/** A password that is not guessed first by somebody who got hold of the file: it holds no name that they know, or that stands on the outside of it. */
export const packPassword = (known: readonly (string | null | undefined)[]) => {
  const names = known.flatMap((text) => namesIn(text ?? ''))
  return Password.refine((password) => !names.some((name) => password.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '').includes(name)), 'It has a name in it, and names are guessed first. Try three random words.')
}
