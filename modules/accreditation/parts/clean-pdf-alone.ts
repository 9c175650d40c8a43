import { madeSafe } from './pdf-made-safe.ts'

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const made = await madeSafe(new Uint8Array(Buffer.concat(chunks)))
// The first byte says how it went; the file follows.
process.stdout.write('refused' in made ? Buffer.from(made.refused.charAt(0)) : Buffer.concat([Buffer.from('+'), made.bytes]))
