import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { defineExtension } from 'lexical'
import { useState, type ReactNode } from 'react'
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
  // Made once: another extension is another editor, without the words.
  const [extension] = useState(() => defineExtension({
    name: 'belay', namespace: 'belay', theme, nodes, $initialEditorState: toLexical(initial.kind === 'rich' ? initial.state : richOf(initial.text)), onError: onTrouble,
  }))
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <div className="editor-bar"><Toolbar />{beside}</div>
      <RichTextPlugin ErrorBoundary={LexicalErrorBoundary}
        contentEditable={<ContentEditable className="editor-paper written" ariaLabelledBy={labelledBy} ariaDescribedBy={describedBy} ariaMultiline spellCheck />} />
      <HistoryPlugin />
      <ListPlugin />
      <ChangesPlugin onChange={onChange} />
      <FocusPlugin at={focusAt} />
    </LexicalExtensionComposer>
  )
}
