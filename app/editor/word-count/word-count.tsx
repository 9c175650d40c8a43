import { countWords } from '#modules/journals/body.ts'

export function WordCount({ text }: { text: string }) {
  const count = countWords(text)
  return <span className="soft small editor-count">{count === 1 ? '1 word' : `${count} words`}</span>
}
