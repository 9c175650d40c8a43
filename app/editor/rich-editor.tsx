import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import type { ReactNode } from 'react'
import { richOf, type Body } from '#modules/journals/body.ts'
import { ChangesPlugin } from './changes/changes-plugin.tsx'
import { FocusPlugin } from './focus/focus-plugin.tsx'
import { nodes } from './nodes.ts'
import { theme } from './theme.ts'
import { toLexical } from './to-lexical.ts'
import { Toolbar } from './toolbar/toolbar.tsx'

export type RichEditorProps = { initial: Body; labelledBy: string; describedBy?: string; focusAt: number | null; onChange: (body: Body) => void; onTrouble: () => void; beside: ReactNode }

/** The editor with bold, italic, lists and quotes. Fetched by itself after the page is there; should it ever trip, the plain field takes over. */
export function RichEditor({ initial, labelledBy, describedBy, focusAt, onChange, onTrouble, beside }: RichEditorProps) {
  return (
    <LexicalComposer initialConfig={{ namespace: 'belay', theme, nodes, editorState: toLexical(initial.kind === 'rich' ? initial.state : richOf(initial.text)), onError: onTrouble }}>
      <div className="editor-bar"><Toolbar />{beside}</div>
      <RichTextPlugin ErrorBoundary={LexicalErrorBoundary}
        contentEditable={<ContentEditable className="editor-paper written" ariaLabelledBy={labelledBy} ariaDescribedBy={describedBy} ariaMultiline spellCheck />} />
      <HistoryPlugin />
      <ListPlugin />
      <ChangesPlugin onChange={onChange} />
      <FocusPlugin at={focusAt} />
    </LexicalComposer>
  )
}
