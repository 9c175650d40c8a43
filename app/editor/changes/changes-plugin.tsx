import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import type { Body } from '#modules/journals/body.ts'
import { fromLexical } from '../to-lexical.ts'

/** Hands every change on as it happens. Moving the caret is no change. */
export function ChangesPlugin({ onChange }: { onChange: (body: Body) => void }) {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    // What is there to begin with is not a change, although Lexical goes through it once as its plugins arrive.
    let last = JSON.stringify(fromLexical(editor.getEditorState().toJSON()))
    return editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      const state = fromLexical(editorState.toJSON())
      const now = JSON.stringify(state)
      if (now === last) return
      last = now
      onChange({ kind: 'rich', state })
    })
  }, [editor, onChange])
  return null
}
