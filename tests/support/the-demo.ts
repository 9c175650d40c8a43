import { fillProgramme } from '#prisma/demo/fill-demo.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from './cast.ts'

let demo: Promise<Cast> | undefined

async function fill(): Promise<Cast> {
  const cast = await theCast()
  await fillProgramme(cast)
  return cast
}

/** The whole demo programme in this file's database: filled once a file, by the deeds themselves. Takes some seconds. */
export const theDemo = (): Promise<Cast> => (demo ??= fill())
