import { createHash } from 'node:crypto'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { namesIn, type Found } from './names-in.ts'

/** Stands for just these words: what was looked through is what is handed in. What is said in a recording comes after what is said of it. */
export const markOf = (words: string, transcript = ''): string =>
  createHash('sha256').update([words, transcript].map((text) => text.replaceAll('\r\n', '\n').trim()).join('\0').replace(/\0$/, '')).digest('hex')

/** Looks for what could show who somebody is, before anything is handed in. */
export async function lookForNames(viewer: Viewer, words: string): Promise<{ found: Found[]; looked: string }> {
  const known = await read(viewer, async (tx) => ({
    people: (await tx.person.findMany({ select: { name: true, fullName: true }, take: 3000 })).flatMap(({ name, fullName }) => [name, fullName]),
    places: (await tx.organisation.findMany({ select: { name: true } })).map(({ name }) => name),
  }))
  return { found: namesIn(words, known), looked: markOf(words) }
}
