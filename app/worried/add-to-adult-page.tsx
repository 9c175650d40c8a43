import { Link } from '@remix-run/react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { PartForm } from './part-form.tsx'
import { WhoReadsMine } from './who-reads-mine.tsx'
import './worried.css'

type Props = { asked: { id: string; menteeId: string | null; isShut: boolean; toldNames: readonly string[]; takenOnByName: string | null; organisationName: string }; concernId: string; back: string; refusal?: Refusal }

/** What whoever handed on a worry about an adult knows more: one box. Closed while they wrote, they get their words back. */
export function AddToAdultPage({ asked: { id, menteeId, isShut, ...who }, concernId, back, refusal }: Props) {
  return (
    <Shell reading back={{ to: back, label: 'What you passed on' }}>
      <PageTitle kicker="If you know more">Add to it</PageTitle>
      {isShut && <Note tone="sun"><b>It is closed, so nothing can be added to it.</b> <Link to={menteeId ? '/m/worried' : '/worried'}>Hand it on again</Link>: it goes to the same adults, and they put the two together.{refusal && ' What you wrote is still here, to copy.'}</Note>}
      {(!isShut || refusal) && (
        <Sheet as="div">
          <PartForm menteeId={menteeId} about={`added/${concernId}/adult`} id={refusal?.said.id ?? id}>
            <Problem message={refusal?.message} />
            <WordsField name="words" label="What else do you know?" hint="What you saw or heard yourself. You do not have to find anything out, and you do not have to ask them." rows={6} said={(name) => refusal?.said[name]} problem={(name) => refusal?.fields[name]} />
            <WhoReadsMine {...who} />
            {!isShut && <div><Button>Add it</Button></div>}
          </PartForm>
        </Sheet>
      )}
    </Shell>
  )
}
