import type { z } from 'zod'
import type { Problem } from '../schema.ts'

/** The problems of one file, gathered so that an author hears of all of them at once. */
export class Problems {
  readonly list: Problem[] = []
  readonly file: string
  constructor(file: string) { this.file = file }

  at(line: number, says: string) { this.list.push({ file: this.file, line, says }) }

  /** What zod found, each at the line `lineOf` knows for it. */
  of(error: z.ZodError, lineOf: (path: readonly PropertyKey[]) => number) {
    for (const issue of error.issues) {
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) this.at(lineOf([...issue.path, key]), `“${key}” is not known here.`)
      else this.at(lineOf(issue.path), `${issue.path.length ? `“${issue.path.join('.')}”: ` : ''}${issue.message}`)
    }
  }
}
