import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $createRangeSelection, $getRoot, $isTextNode, $setSelection } from 'lexical'
import { useLayoutEffect } from 'react'

/**
 * Takes the caret over from the plain field, to the same place in the words. It happens in the same moment as the fields change places:
 * somebody who is typing already goes on typing, and no key falls between.
 */
export function FocusPlugin({ at }: { at: number | null }) {
  const [editor] = useLexicalComposerContext()
  useLayoutEffect(() => {
    if (at === null) return
    editor.update(() => {
      let left = at
      for (const text of $getRoot().getAllTextNodes()) {
        const block = text.getTopLevelElementOrThrow()
        if (!$isTextNode(text)) continue
        // Every block before this one was a line of its own in the plain field.
        const before = left - block.getIndexWithinParent()
        if (before <= text.getTextContentSize()) {
          const place = Math.max(0, before)
          const selection = $createRangeSelection()
          selection.anchor.set(text.getKey(), place, 'text')
          selection.focus.set(text.getKey(), place, 'text')
          $setSelection(selection)
          return
        }
        left -= text.getTextContentSize()
      }
      $getRoot().selectEnd()
    }, { discrete: true })
    editor.getRootElement()?.focus({ preventScroll: true })
  }, [editor, at])
  return null
}
