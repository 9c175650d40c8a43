const name = 'belay-plain'

/** Does somebody on this device write in plain text? Read on the server, so that the editor is not even fetched. */
export const prefersPlain = (request: Request): boolean => (request.headers.get('cookie') ?? '').split(/;\s*/).includes(`${name}=1`)

/** Remembers it for a year. A plain cookie: it says nothing about anybody. */
export function rememberPlain(isPlain: boolean) {
  document.cookie = `${name}=${isPlain ? 1 : 0}; path=/; max-age=31536000; samesite=lax`
}
