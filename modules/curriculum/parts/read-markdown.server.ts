import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'

/** Text directives would eat the “:30” of “10:30”, so only the leaf and container kinds stay. */
function withoutTextDirectives(this: Processor) {
  for (const extension of this.data().micromarkExtensions ?? []) delete (extension as { text?: Record<number, unknown> }).text?.[':'.charCodeAt(0)]
}

const reader = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkDirective).use(withoutTextDirectives).freeze()

export const readMarkdown = (text: string): Root => reader.parse(text)
