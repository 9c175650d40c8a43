import { answerAlone } from './answer-alone.ts'
import { madeSafe } from './pdf-made-safe.ts'

await answerAlone(async (given) => {
  const made = await madeSafe(given)
  return 'refused' in made ? { said: made.refused, bytes: new Uint8Array() } : { said: 'safe' as const, bytes: made.bytes }
})
