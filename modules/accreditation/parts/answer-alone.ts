/** What a process that makes a file safe answers: a line of JSON that says how it went, and the file, if it went well. */
export type Answer<Said> = { said: Said; bytes: Uint8Array }

/** What such a process answered, or null where it is no answer. */
export function answerIn<Said>(come: Buffer): Answer<Said> | null {
  const end = come.indexOf('\n')
  if (end <= 0) return null
  try {
    return { said: JSON.parse(come.subarray(0, end).toString()) as Said, bytes: new Uint8Array(come.subarray(end + 1)) }
  } catch {
    return null
  }
}

/** Reads a file from standard input, and answers what becomes of it. */
export async function answerAlone<Said>(make: (bytes: Uint8Array) => Promise<Answer<Said>>): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const { said, bytes } = await make(new Uint8Array(Buffer.concat(chunks)))
  process.stdout.write(Buffer.concat([Buffer.from(`${JSON.stringify(said)}\n`), bytes]))
}
