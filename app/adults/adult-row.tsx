import { UserRound } from 'lucide-react'
import type { RegisterRow } from '#modules/adults/adult-register.server.ts'
import { stateWords, weightWords } from '#modules/adults/steps.ts'
import { Row } from '#app/ui/row.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

type Given = Omit<RegisterRow, 'sharedAt' | 'decideBy'> & { sharedAt: Date | string; decideBy: Date | string | null }

/** One concern about an adult in the register: about whom, since when, who has it, and by when it is to be decided. */
export const AdultRow = ({ row: { id, who, organisationName, sharedAt, state, weight, holderName, decideBy, isLate, danger }, isNamed }: { row: Given; isNamed: boolean }) => (
  <Row icon={UserRound} tone={state === 'waiting' ? 'signal' : 'dusk'} title={`About ${who}`} to={`/concerns/adults/${id}`}
    detail={<>{isNamed && <>{organisationName}. </>}Handed on <When at={sharedAt} within />.{holderName && ` ${holderName} has it.`}{decideBy && <> To be decided by <When at={decideBy} within />.</>}</>}
    tag={isLate ? <Tag tone="signal">late</Tag> : danger === 'now' && state === 'waiting' ? <Tag tone="signal">danger now</Tag> : <Tag tone={weight === 'allegation' ? 'sun' : 'plain'}>{weight && state !== 'waiting' ? weightWords[weight] : stateWords[state]}</Tag>} />
)
