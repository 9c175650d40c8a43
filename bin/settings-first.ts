import { SetUpProblem } from '#modules/errors.ts'
import { settings } from '#modules/settings.server.ts'

// Imported before anything else: other modules read the settings as they load, where a mistake in them could only be a stack trace.
try {
  settings()
} catch (error) {
  console.error(error instanceof SetUpProblem ? error.message : error)
  process.exit(1)
}
