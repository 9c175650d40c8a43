import { ListItemNode, ListNode } from '@lexical/list'
import { QuoteNode } from '@lexical/rich-text'

/** Every kind of node the editor knows besides paragraphs and words. What is pasted in any other shape arrives as its words. */
export const nodes = [QuoteNode, ListNode, ListItemNode]
