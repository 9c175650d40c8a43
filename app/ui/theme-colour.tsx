import type { Look } from './look.ts'

/** The paper of both themes as browsers want it for their own bars: they read no custom properties here. */
const paper = { light: '#fbf9f3', dark: '#12161e' }

export const ThemeColour = ({ look = 'auto' }: { look?: Look['look'] }) =>
  look === 'light' || look === 'dark'
    ? <meta name="theme-color" content={paper[look]} />
    : <><meta name="theme-color" media="(prefers-color-scheme: light)" content={paper.light} /><meta name="theme-color" media="(prefers-color-scheme: dark)" content={paper.dark} /></>
