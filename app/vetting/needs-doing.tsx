import { inSentence } from '#modules/vetting/checks.ts'
import type { OnRegister } from '#modules/vetting/register-of.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { needsDoing, sayShort } from './standings.ts'

type Props = { people: readonly OnRegister[]; to: (personId: string) => string }

/** Whose checks are missing, have run out or soon will: what to do about the register today. */
export const NeedsDoing = ({ people, to }: Props) => {
  const each = people.map((person) => ({ person, cells: person.cells.filter(needsDoing) })).filter(({ person, cells }) => cells.length > 0 || person.roles.some(({ isWaiting }) => isWaiting))
  if (each.length === 0) return null
  return (
    <Sheet aria-labelledby="needs-doing">
      <h2 id="needs-doing" className="h3">Needs doing</h2>
      <Rows>{each.map(({ person: { personId, fullName, roles }, cells }) => {
        const [out, soon] = [cells.filter(({ standing }) => standing !== 'soon'), cells.filter(({ standing }) => standing === 'soon')]
        const isWaiting = roles.some((role) => role.isWaiting)
        return (
          <Row key={personId} icon={<Avatar name={fullName} />} title={fullName} to={to(personId)} tag={<Tag tone={isWaiting && out.length === 0 ? 'rope' : 'sun'}>{isWaiting ? out.length === 0 ? 'Can begin' : 'Waits to begin' : out.length > 0 ? `${out.length} missing or run out` : `${soon.length === 1 ? 'Runs' : `${soon.length} run`} out soon`}</Tag>}
            detail={[...out.map(({ kind, standing, goodUntil }) => (standing === 'out' ? `${inSentence(kind)} ran out on ${sayShort(goodUntil!)}` : `${inSentence(kind)} missing`)), ...soon.map(({ kind, goodUntil }) => `${inSentence(kind)} until ${sayShort(goodUntil!)}`)].join('; ').replace(/^$/, 'everything is there').replace(/^./, (first) => first.toUpperCase())} />
        )
      })}</Rows>
    </Sheet>
  )
}
