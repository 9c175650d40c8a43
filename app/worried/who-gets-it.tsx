import { Avatar } from '#app/ui/avatar.tsx'
import { useFrame } from '#app/ui/frame.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { daysFrom, sayTime } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { NobodyHere, type Hours } from './nobody-here.tsx'

type Person = { personId: string; name: string; what: string; hereUntil: Date | string | null }
type Props = { place: { organisationName: string; phone: string | null; people: readonly Person[]; hours: Hours }; isNamed: boolean }

/** The real people who are told, and who of them is there now. Where nobody is, it says so. */
export function WhoGetsIt({ place: { organisationName, phone, people, hours }, isNamed }: Props) {
  const now = new Date(useFrame()?.now ?? 0)
  const isSomebodyHere = people.some((person) => person.hereUntil)
  return (
    <Sheet aria-label={isNamed ? `Who gets it: ${organisationName}` : 'Who gets it'}>
      <h2 className="h3">Who gets it{isNamed && <span className="soft"> at {organisationName}</span>}</h2>
      {people.length > 0 && (
        <Rows>
          {people.map((person) => (
            <Row key={person.personId} icon={<Avatar name={person.name} off={!person.hereUntil} />} title={person.name}
              detail={person.hereUntil ? `${person.what}, ${hereWords(new Date(person.hereUntil), now)}` : person.what}
              tag={person.hereUntil ? <Tag tone="rope">here</Tag> : <Tag>not on duty</Tag>} />
          ))}
        </Rows>
      )}
      {isSomebodyHere
        ? <p className="small soft">They are told at once. You will see who has it. You don’t have to find out more, and you were right to say something.</p>
        : hours && !hours.isStaffed ? <NobodyHere hours={hours} hasNumbers />
        : <p className="small"><b>Nobody is on duty just now.</b> They are sent a message, and it may be a while before they read it. If it cannot wait, ring one of the numbers below{phone && <> or <a href={`tel:${phone.replace(/\s/g, '')}`}>{organisationName}, {phone}</a></>}.</p>}
    </Sheet>
  )
}

/** A time of day means something today; a duty that goes on for days is just "here". */
const hereWords = (until: Date, now: Date) => (daysFrom(now, until) === 0 ? `here until ${sayTime(until)}` : 'on duty')
