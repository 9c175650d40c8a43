import { readingAge } from './parts/reading-age.server.ts'
import { readCurriculum } from './read-curriculum.server.ts'

/**
 * Reads a curriculum and checks all of it, reading age too. Counting the syllables of every word takes as long as all the rest together, and
 * what it finds is for an author to put right and no reason not to start: so the app reads without it, and “npm run curriculum” and the tests with.
 */
export const checkCurriculum = (folder: string) => readCurriculum(folder, readingAge)
