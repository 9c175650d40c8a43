/** How somebody wants Belay to look: kept in a cookie on their device, so that it is there before they sign in. */
export const looks = ['auto', 'light', 'dark', 'contrast'] as const
export const textSizes = ['normal', 'large', 'larger'] as const

export type Look = { look: (typeof looks)[number]; text: (typeof textSizes)[number] }

export const toLook = (said: { look?: unknown; text?: unknown }): Look => ({
  look: looks.find((look) => look === said.look) ?? 'auto',
  text: textSizes.find((text) => text === said.text) ?? 'normal',
})
