const namespace = 'https://purl.imsglobal.org/ob/v3p0'

/** Bakes a signed badge into an SVG of ours, directly behind its opening tag, as Open Badges 3.0 §5.3.2 has it. A signed badge is letters, digits, `-`, `_` and `.` alone. */
export const bakeSvg = (svg: string, credential: string): string =>
  svg.replace(/<svg\b([^>]*)>/, (_, attributes: string) => `<svg${attributes} xmlns:openbadges="${namespace}">\n<openbadges:credential verify="${credential}"></openbadges:credential>`)

/**
 * What is baked into an SVG: the first of its tags. Read as text and never as a document: what somebody hands us is not opened. The tag is cut out
 * before it is looked into: a pattern over the whole took minutes for a megabyte of tags that never end.
 */
export function bakedInSvg(svg: string): string | null {
  const from = svg.indexOf('<openbadges:credential')
  const to = svg.indexOf('>', from)
  return from < 0 || to < 0 ? null : /\sverify\s*=\s*["']([\w.-]+)["']/.exec(svg.slice(from, to))?.[1] ?? null
}
