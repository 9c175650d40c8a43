import { UserRound } from 'lucide-react'
import type { RegisterRow } from '#modules/adults/adult-register.server.ts'
import { stateWords, weightWords } from '#modules/adults/steps.ts'
import { Row } from '#app/ui/row.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

const toBe = { deciding: 'decided', reviewing: 'looked at again', signing: 'signed' } as const

type Given = Omit<RegisterRow, 'sharedAt' | 'dueBy'> & { sharedAt: Date | string; dueBy: Date | string | null }

/** One concern about an adult in the register: about whom, since when, who has it, and by when it is to be decided. */
export const AdultRow = ({ row: { id, who, organisationName, sharedAt, state, weight, holderName, dueFor, dueBy, isLate, danger }, isNamed }: { row: Given; isNamed: boolean }) => (
  <Row icon={UserRound} tone={state === 'waiting' ? 'signal' : 'dusk'} title={`About ${who}`} to={`/concerns/adults/${id}`}
    detail={<>{isNamed && <>{organisationName}. </>}Handed on <When at={sharedAt} within />.{holderName && ` ${holderName} has it.`}{dueFor && dueBy && <> To be {toBe[dueFor]} by <When at={dueBy} within />.</>}</>}
    tag={isLate ? <Tag tone="signal">late</Tag> : danger === 'now' && state === 'waiting' ? <Tag tone="signal">danger now</Tag> : <Tag tone={weight === 'allegation' ? 'sun' : 'plain'}>{weight && state !== 'waiting' ? weightWords[weight] : stateWords[state]}</Tag>} />
)
