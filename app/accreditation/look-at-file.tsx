import { checksOf, isSound } from '#modules/accreditation/file-kinds.ts'
import { Answered } from '#app/ui/answered.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { FileSeen, type FileKept } from './file-seen.tsx'

type Props = { file: FileKept & { text: string | null }; ticked: Record<string, boolean>; problems: Record<string, string> }

/** The three things to look or listen for in it. */
export const LookAtFile = ({ file, ticked, problems }: Props) => (
  <fieldset className="choices">
    <legend className="label">{isSound(file.type) ? 'Listen to it once more: is this true?' : 'Look at it once more: is this true?'}</legend>
    {checksOf(file.type).map(({ name, says, hint }) => <Choice key={name} type="checkbox" name={name} value="yes" required label={says} hint={problems[name] ?? hint} defaultChecked={ticked[name]} />)}
    <p className="soft small">{isSound(file.type) ? 'If it is not, record it again without it, or cut that part off. When and with what it was recorded is out of it already; your voice is not.' : 'If it is not, cover it or cut it off, and choose the file again.'} {file.type === 'image/jpeg' ? 'Where and when the photo was taken is out of it already.' : file.type === 'application/pdf' ? 'Who made the PDF, and when, is out of it already.' : ''}</p>
  </fieldset>
)

/** The file as it was kept. `answer`: what the action gave, where this is what came of it. */
export function FileAsKept({ file, answer }: { file: FileKept & { text: string | null }; answer: unknown }) {
  const says = `This is what an assessor will ${isSound(file.type) ? 'hear' : 'see'}:`
  return (
    <div>
      {answer ? <Answered answer={answer}>{says}</Answered> : <p className="soft small">{says}</p>}
      <FileSeen file={file} says={isSound(file.type) ? 'Your recording, as an assessor will hear it' : 'Your photo, as an assessor will see it'} />
      {file.text !== null && <p className="evidence-words">{file.text.length > 2000 ? `${file.text.slice(0, 2000)} …` : file.text}</p>}
    </div>
  )
}
