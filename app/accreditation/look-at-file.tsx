import { workChecks } from '#modules/accreditation/file-kinds.ts'
import { Choice } from '#app/ui/choice.tsx'
import { FileSeen, type FileKept } from './file-seen.tsx'

type Props = { file: FileKept & { text: string | null }; ticked: Record<string, boolean>; problems: Record<string, string> }

/** The file just as others will see it, and the three things to look for in it. */
export const LookAtFile = ({ file, ticked, problems }: Props) => (
  <fieldset className="choices">
    <legend className="label">Look at it once more: is this true?</legend>
    {workChecks.map(({ name, says, hint }) => <Choice key={name} type="checkbox" name={name} value="yes" required label={says} hint={problems[name] ?? hint} defaultChecked={ticked[name]} />)}
    <p className="soft small">If it is not, cover it or cut it off, and choose the file again. {file.type === 'image/jpeg' ? 'Where and when the photo was taken is out of it already.' : file.type === 'application/pdf' ? 'Who made the PDF, and when, is out of it already.' : ''}</p>
  </fieldset>
)

/** The file as it was kept. */
export const FileAsKept = ({ file }: { file: FileKept & { text: string | null } }) => (
  <div>
    <p className="soft small">This is what an assessor will see:</p>
    <FileSeen file={file} says="Your photo, as an assessor will see it" />
    {file.text !== null && <p className="evidence-words">{file.text.length > 2000 ? `${file.text.slice(0, 2000)} …` : file.text}</p>}
  </div>
)
