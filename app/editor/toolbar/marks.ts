import { $isListNode, INSERT_UNORDERED_LIST_COMMAND, REMOVE_LIST_COMMAND } from '@lexical/list'
import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $createParagraphNode, $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical'

export type Marks = { bold: boolean; italic: boolean; list: boolean; quote: boolean }
export const noMarks: Marks = { bold: false, italic: false, list: false, quote: false }

/** What holds where the caret is. */
export function $marks(): Marks {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return noMarks
  const node = selection.anchor.getNode()
  const block = node.getKey() === 'root' ? node : node.getTopLevelElementOrThrow()
  return { bold: selection.hasFormat('bold'), italic: selection.hasFormat('italic'), list: $isListNode(block), quote: $isQuoteNode(block) }
}

/** Turns one of them on or off for what is selected. */
export function turn(editor: LexicalEditor, mark: keyof Marks, isOn: boolean) {
  if (mark === 'bold' || mark === 'italic') return editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark)
  if (mark === 'list') return editor.dispatchCommand(isOn ? REMOVE_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND, undefined)
  // A quote of a list: the list goes first, or its items would lie in a paragraph each.
  editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  editor.update(() => $setBlocksType($getSelection(), () => (isOn ? $createParagraphNode() : $createQuoteNode())))
}
