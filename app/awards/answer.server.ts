import type { AppLoadContext } from '@remix-run/node'
import { ZodError } from 'zod'
import { NotFound, TooMany } from '#modules/errors.ts'
import { countTry } from '#modules/identity/tries.server.ts'

type Answer = { body: string | Uint8Array<ArrayBuffer>; type: string; file?: string }

/** What a program asks for and not a person: bytes with a type, and a status with one line where there are none. Anybody's page may ask: it is public. */
export async function answer(work: () => Promise<Answer>): Promise<Response> {
  try {
    const { body, type, file } = await work()
    return new Response(body, { headers: { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', 'X-Robots-Tag': 'noindex', ...(file ? { 'Content-Disposition': `attachment; filename="${file}"` } : {}) } })
  } catch (error) {
    if (error instanceof NotFound || error instanceof ZodError) return line(404, 'There is nothing at this address.')
    if (error instanceof TooMany) return line(429, error.message)
    throw error
  }
}

const line = (status: number, said: string) => new Response(`${said}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Access-Control-Allow-Origin': '*' } })

/** The same for a list or a description, counted as every public address is. */
export const answerJson = (context: AppLoadContext, work: () => Promise<unknown>): Promise<Response> => answer(async () => {
  await countTry('badge', 'list', context.address)
  return { body: JSON.stringify(await work()), type: 'application/json' }
})

export const asBytes = (bytes: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
