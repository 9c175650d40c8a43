/**
 * All of a file, or the part of it that was asked for (RFC 9110, 14): Safari plays no sound from a server that cannot answer for parts, and others cannot go forwards in it.
 * Several parts at once, or what is no range, is answered with all of it, as the standard allows.
 */
export function partOf(request: Request, bytes: Uint8Array, headers: Record<string, string>): Response {
  const size = bytes.length
  const answer = (status: number, part: Uint8Array | null, range?: string) => new Response(part && new Uint8Array(part), { status, headers: { ...headers, 'Accept-Ranges': 'bytes', 'Content-Length': String(part?.length ?? 0), ...(range ? { 'Content-Range': `bytes ${range}/${size}` } : {}) } })
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range')?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '') || (from !== '' && to !== '' && Number(from) > Number(to))) return answer(200, bytes)
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return first < size ? answer(206, bytes.subarray(first, last + 1), `${first}-${last}`) : answer(416, null, '*')
}
