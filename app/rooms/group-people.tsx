import type { GroupPart } from '#prisma/generated/enums.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { RoomForm } from './room-form.tsx'
import { partWords } from './words.ts'

type Member = { personId: string; name: string; part: GroupPart }

/** Who has a place in a group, and giving or ending one. */
export function GroupPeople({ groupId, members, addable }: { groupId: string; members: readonly Member[]; addable: readonly Member[] }) {
  return (
    <>
      <Rows label="People in the group">
        {members.map((member) => (
          <Row key={member.personId} icon={<Avatar name={member.name} />} title={member.name} detail={partWords[member.part]}
            action={<RoomForm to={`/rooms/groups/${groupId}/places-ended`} fields={{ personId: member.personId }}><button className="quiet-button" aria-label={`End ${member.name}’s place`}>End</button></RoomForm>} />
        ))}
      </Rows>
      {(['mentor', 'youth_worker', 'specialist'] as const).map((part) => {
        const choices = addable.filter((one) => one.part === part)
        return choices.length > 0 && (
          <details key={part}>
            <summary>Add a {partWords[part]}</summary>
            <RoomForm to={`/rooms/groups/${groupId}/places`} fields={{ part }}>
              <Field label="Who"><select name="personId" required defaultValue=""><option value="" disabled>Choose somebody</option>{choices.map((one) => <option key={one.personId} value={one.personId}>{one.name}</option>)}</select></Field>
              <Button kind="plain">Add them</Button>
            </RoomForm>
          </details>
        )
      })}
    </>
  )
}
