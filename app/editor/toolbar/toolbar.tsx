import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Bold, Italic, List, TextQuote } from 'lucide-react'
import { useEffect, useState } from 'react'
import { $marks, noMarks, turn, type Marks } from './marks.ts'

const buttons = [
  { mark: 'bold', label: 'Bold', keys: 'Control+B', Icon: Bold },
  { mark: 'italic', label: 'Italic', keys: 'Control+I', Icon: Italic },
  { mark: 'list', label: 'List', keys: undefined, Icon: List },
  { mark: 'quote', label: 'Quote', keys: undefined, Icon: TextQuote },
] as const

/** Bold, italic, list, quote: each says whether it is on. */
export function Toolbar() {
  const [editor] = useLexicalComposerContext()
  const [marks, setMarks] = useState<Marks>(noMarks)
  useEffect(() => editor.registerUpdateListener(({ editorState }) => {
    const found = editorState.read($marks, { editor })
    setMarks((was) => (JSON.stringify(was) === JSON.stringify(found) ? was : found))
  }), [editor])
  return (
    <div className="editor-tools" role="group" aria-label="Shape of the words">
      {buttons.map(({ mark, label, keys, Icon }) => (
        <button key={mark} type="button" className="editor-tool" aria-label={label} aria-keyshortcuts={keys} title={label} aria-pressed={marks[mark]}
          onMouseDown={(event) => event.preventDefault()} onClick={() => { turn(editor, mark, marks[mark]); editor.focus() }}>
          <Icon aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}
