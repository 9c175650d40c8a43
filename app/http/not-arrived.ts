import { isRouteErrorResponse } from '@remix-run/react'

/** A form that the page's script sent and that was lost on its way, said as a refusal is. */
export type NotArrived = { didNotArrive: true; refused: { message: string; fields: Record<string, string> } }

export const didNotArrive = (answer: unknown): answer is NotArrived => typeof answer === 'object' && answer !== null && 'didNotArrive' in answer

/**
 * What the server answers; and where it cannot be reached, or cannot take it just now, an answer all the same: to the router it would be an error
 * page, and what is only on this one would be gone. The way to another page stays that.
 */
export async function orNotArrived<Answer>(send: () => Promise<Answer>): Promise<Answer | NotArrived> {
  try {
    return await send()
  } catch (error) {
    if (error instanceof Response) throw error
    const said: unknown = isRouteErrorResponse(error) && error.status < 500 ? (error.data as { message?: unknown } | null)?.message : undefined
    const message = typeof said === 'string' ? said : 'It did not arrive: the signal went, or Belay did not answer.'
    return { didNotArrive: true, refused: { message: `${message} Everything is still here. Send it again in a moment.`, fields: {} } }
  }
}
