import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AwardKind } from '../states.ts'

/** From where the app was started, in the sources and in the build alike. */
export const pictureFile = (kind: AwardKind, type: 'png' | 'svg'): string => join(process.cwd(), 'modules/awards/pictures', `${kind}.${type}`)

const read = new Map<string, Buffer>()

export function pictureOf(kind: AwardKind, type: 'png' | 'svg'): Buffer {
  const file = pictureFile(kind, type)
  const picture = read.get(file) ?? readFileSync(file)
  read.set(file, picture)
  return picture
}
