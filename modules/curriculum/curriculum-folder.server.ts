import { join } from 'node:path'

/** From where the app was started, in the sources and in the build alike. */
export const curriculumFolder = (): string => join(process.cwd(), 'curriculum')
