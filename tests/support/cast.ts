import { inject } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'

/** The demo's people and organisations in this file's database: made once a run in the template, by the deeds themselves. */
export const theCast = (): Promise<Cast> => Promise.resolve(inject('cast'))
