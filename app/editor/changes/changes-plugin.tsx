import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import type { Body } from '#modules/journals/body.ts'
import { fromLexical } from '../to-lexical.ts'

/** Hands every change on as it happens. Moving the caret is no change. */
export function ChangesPlugin({ onChange }: { onChange: (body: Body) => void }) {
  const [editor] = useLexicalComposerContext()
  useEffect(() => editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, prevEditorState }) => {
    if ((dirtyElements.size === 0 && dirtyLeaves.size === 0) || prevEditorState.isEmpty()) return
    onChange({ kind: 'rich', state: fromLexical(editorState.toJSON()) })
  }), [editor, onChange])
  return null
}
