import { fillPeople, type Cast } from '#prisma/demo/people.ts'

let cast: Promise<Cast> | undefined

/** The demo's people and organisations in this worker's database: made once a file, by the deeds themselves. */
export const theCast = (): Promise<Cast> => (cast ??= fillPeople())
