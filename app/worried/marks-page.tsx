import type { Refusal } from '#app/http/refusals.server.ts'
import { BodyMap } from '#app/body/body-map.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { PartForm } from './part-form.tsx'
import { WhoReadsMine } from './who-reads-mine.tsx'

type Props = { asked: { id: string; menteeId: string | null; toldNames: readonly string[]; takenOnByName: string | null; organisationName: string }; concernId: string; back: string; refusal?: Refusal }

/** Where on a body somebody saw a mark. It asks nobody to look: it takes down what was seen. */
export function MarksPage({ asked: { id, menteeId, ...who }, concernId, back, refusal }: Props) {
  return (
    <Shell reading wide back={{ to: back, label: 'What you passed on' }}>
      <PageTitle kicker="If you know more">Show where you saw it</PageTitle>
      <Note tone="sun"><b>Only what you saw by yourself.</b> Do not look again, never ask anybody to show you or to take anything off, and take no photos.</Note>
      <Sheet as="div">
        <PartForm menteeId={menteeId} about={`added/${concernId}/marks`} id={refusal?.said.id ?? id}>
          <Problem message={refusal && (refusal.fields.marks ?? refusal.message)} />
          <BodyMap said={(name) => refusal?.said[name]} problem={(name) => refusal?.fields[name]} />
          <WhoReadsMine {...who} />
          <div><Button>Add it</Button></div>
        </PartForm>
      </Sheet>
    </Shell>
  )
}
