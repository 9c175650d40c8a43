import { BadgeCheck, FileWarning, UserRoundCheck } from 'lucide-react'
import { roleNames } from '#modules/organisations/role-names.ts'
import { inSentence } from '#modules/vetting/checks.ts'
import type { VettingToday } from '#modules/vetting/vetting-today.server.ts'
import { sayDate } from '#modules/vetting/standing.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** Checks that are missing, have run out or soon will: the viewer's own, and for who keeps a register how many of their colleagues'. */
export const VettingTodaySheet = ({ vetting: { mine, registers } }: { vetting: VettingToday }) => mine.length + registers.length === 0 ? null : (
  <Sheet aria-labelledby="checks-today">
    <h2 id="checks-today" className="today-h">Checks on adults</h2>
    <Rows>
      {mine.map(({ organisationId, place, waiting, checks, whom }) => {
        const gone = checks.filter(({ standing }) => standing !== 'soon')
        const [soon] = checks.filter(({ standing }) => standing === 'soon')
        const title = waiting.length > 0 ? `Your role as ${roleNames[waiting[0]!].toLowerCase()} waits` : gone.length > 0 ? gone.length === 1 ? `Your ${inSentence(gone[0]!.kind)} ${gone[0]!.goodUntil ? 'has run out' : 'is missing'}` : `${gone.length} of your checks are missing or have run out` : `Your ${inSentence(soon!.kind)} runs out`
        return <Row key={organisationId} icon={waiting.length > 0 ? BadgeCheck : FileWarning} tone="sun" title={title} to="/account/checks" tag={gone.length === 0 && soon ? <Tag tone="sun">{sayDate(soon.goodUntil!)}</Tag> : undefined}
          detail={`${place}. ${waiting.length > 0 && gone.length > 0 ? `It begins once your checks are there. Bring what is missing to ${whom}.` : gone.length > 0 ? `Bring what is missing to ${whom}. Until then you take no new place with young people there.` : waiting.length > 0 ? `Everything is there: ${whom} lets it begin.` : `Speak with ${whom} before then.`}`} />
      })}
      {registers.map(({ organisationId, place, people, out, soonest, waiting, ready, first }) => (
        <Row key={organisationId} icon={UserRoundCheck} tone="sun" to={`/organisations/${organisationId}/checks`} tag={out > 0 ? <Tag tone="sun">{out} out of date</Tag> : undefined}
          title={people === 0 ? ready > 0 ? `${ready === 1 ? 'Somebody' : `${ready} people`} can begin: everything is there` : `${waiting === 1 ? 'Somebody waits' : `${waiting} people wait`} to begin` : people === 1 && first ? `${first.name}: ${inSentence(first.kind)} ${first.standing === 'soon' ? 'runs out' : first.goodUntil ? 'has run out' : 'is missing'}` : `${people} colleagues’ checks need doing`}
          detail={`${place}.${soonest && !out ? ` The next runs out on ${sayDate(soonest)}.` : ''}${waiting > 0 && people > 0 ? ` ${waiting === 1 ? 'One waits' : `${waiting} wait`} to begin${ready > 0 ? `; of ${ready === 1 ? 'one' : String(ready)} everything is there` : ''}.` : ''}${out > 0 ? ' They take no new place with young people until it is put right.' : ''}`} />
      ))}
    </Rows>
  </Sheet>
)
