import type { EditorThemeClasses } from 'lexical'

/** The same classes as a text has when it is read. */
export const theme: EditorThemeClasses = { text: { underline: 'written-underline', strikethrough: 'written-strike' }, list: { nested: { listitem: 'written-nested' } } }
