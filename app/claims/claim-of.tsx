import type { ClaimStanding } from '#prisma/generated/enums.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { When } from '#app/ui/when.tsx'
import { ClaimStands, claimStandings } from './standings.tsx'
import { writeDate } from '#modules/claims/template.ts'

type State = { id: string; standing: ClaimStanding; at: Date; byName: string; reason: string | null; certificateNumber: string | null }
type Props = { batchId: string; claim: { id: string; registrationId: string; name: string; onDocuments: string; bornOn: string; uln: string; standing: ClaimStanding; missing: string[]; states: State[] } }

const ClaimWas = ({ state: { standing, byName, at, reason, certificateNumber } }: { state: State }) => (
  <p className="claim-was small"><b>{claimStandings[standing].says}</b>, {byName}, <When at={at} within />.{reason && <> “{reason}”</>}{certificateNumber && <> Certificate <b>{certificateNumber}</b>.</>}</p>
)

/** One learner of a batch: as they are claimed, how it stands and came to, and what can be done. */
export function ClaimOf({ batchId, claim }: Props) {
  const { id, registrationId, name, onDocuments, bornOn, uln, standing, missing, states } = claim
  const [newest, ...before] = states
  const to = (what: string) => `/claims/${batchId}/claims/${id}/${what}`
  const of = <span className="visually-hidden">: {name}</span>
  return (
    <li className="claim" id={`claim-${id}`}>
      <div>
        <b>{name}</b> <ClaimStands standing={standing} />
        <dl className="claim-facts small"><dt>On documents</dt><dd>{onDocuments}</dd><dt>Born</dt><dd>{bornOn && writeDate(bornOn, 'dd mmm yyyy')}</dd><dt>ULN</dt><dd>{uln || 'None'}</dd></dl>
        {missing.length > 0 && <ul className="small">{missing.map((says) => <li key={says}>{says}</li>)}</ul>}
        {newest && <ClaimWas state={newest} />}
        {before.length > 0 && <details className="small"><summary>Before that ({before.length})</summary>{before.map((state) => <ClaimWas key={state.id} state={state} />)}</details>}
      </div>
      <Bar>
        {standing === 'sent' && <><ButtonLink kind="plain" to={to('acceptance')}>Accepted{of}</ButtonLink><ButtonLink kind="plain" to={to('query')}>They asked something{of}</ButtonLink></>}
        {standing === 'queried' && <><ButtonLink kind="plain" to={`/claims/details/${registrationId}`}>Put details right{of}</ButtonLink><ButtonLink kind="plain" to={to('sending-again')}>Sent again{of}</ButtonLink></>}
        {standing === 'accepted' && <><ButtonLink kind="plain" to={`/assessment/${registrationId}/certificate`}>Certificate and badge{of}</ButtonLink><ButtonLink kind="plain" to={to('acceptance')}>Put the number right{of}</ButtonLink></>}
        {standing === 'draft' && <><ButtonLink kind="plain" to={`/claims/details/${registrationId}`}>Details{of}</ButtonLink><ButtonLink kind="plain" to={to('removal')}>Take out{of}</ButtonLink></>}
      </Bar>
    </li>
  )
}
