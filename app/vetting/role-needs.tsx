import { roleNames } from '#modules/organisations/role-names.ts'
import { checks } from '#modules/vetting/checks.ts'
import { onTheLadder } from '#modules/vetting/policy.ts'
import { Choice } from '#app/ui/choice.tsx'
import type { Role } from '#prisma/generated/enums.ts'

type Props = { role: Role; chosen: readonly string[]; isOpen: boolean }

/** The checks of one role, to tick, folded away behind how many there are. What it stops for a role of the ladder stands with it. */
export const RoleNeeds = ({ role, chosen, isOpen }: Props) => {
  const mine = checks.filter(({ kind }) => chosen.includes(`${role} ${kind}`)).length
  return (
    <details open={isOpen}>
      <summary>{roleNames[role]} <span className="soft">{mine === 0 ? 'nothing until now' : mine === 1 ? '1 check until now' : `${mine} checks until now`}</span></summary>
      <fieldset className="choices">
        <legend className="visually-hidden">{roleNames[role]}</legend>
        {onTheLadder.includes(role) && <p className="small soft">It never keeps them from a concern, and takes no role away: it stands on the register, and they stand by for no room.</p>}
        <div className="choices-list" data-many>{checks.map(({ kind, name }) => <Choice key={kind} type="checkbox" name="needs" value={`${role} ${kind}`} label={name} defaultChecked={chosen.includes(`${role} ${kind}`)} />)}</div>
      </fieldset>
    </details>
  )
}
