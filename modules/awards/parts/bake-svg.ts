const namespace = 'https://purl.imsglobal.org/ob/v3p0'

/** Bakes a signed badge into an SVG of ours, directly behind its opening tag, as Open Badges 3.0 §5.3.2 has it. A signed badge is letters, digits, `-`, `_` and `.` alone. */
export const bakeSvg = (svg: string, credential: string): string =>
  svg.replace(/<svg\b([^>]*)>/, (_, attributes: string) => `<svg${attributes} xmlns:openbadges="${namespace}">\n<openbadges:credential verify="${credential}"></openbadges:credential>`)

/** What is baked into an SVG: the first of its tags. Read as text and never as a document: what somebody hands us is not opened. */
export const bakedInSvg = (svg: string): string | null => /<openbadges:credential\b[^>]*?\bverify\s*=\s*["']([\w.-]+)["']/.exec(svg)?.[1] ?? null
