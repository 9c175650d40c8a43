import { writeDate } from '#modules/claims/template.ts'
import type { ClaimStanding } from '#prisma/generated/enums.ts'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import { ClaimStands } from './standings.tsx'
import './claims.css'

type Props = { where: string; claim: { details: { name: string; bornOn: string; uln: string | null } | null; standing: ClaimStanding | null; at: Date | null; certificateNumber: string | null } }

const says: Record<ClaimStanding, string> = {
  draft: 'Your coordinator is getting it ready.', sent: 'It is with the awarding body. They can take some weeks.', queried: 'The awarding body asked something. Your coordinator is answering it. You do not have to do anything.', accepted: 'The awarding body has said yes.',
}

/** What a learner sees of the claim for them: how it stands, and what is said of them, to check. */
export const MyClaim = ({ claim: { details, standing, at, certificateNumber }, where }: Props) => (
  <Sheet aria-labelledby="my-claim"><h2 id="my-claim">Your certificate</h2>
    {standing && <p><ClaimStands standing={standing} /> {says[standing]}{certificateNumber && <> Your certificate’s number is <b>{certificateNumber}</b>.</>} {at && <span className="soft">Since <When at={at} within />.</span>}</p>}
    {details && (
      <>
        <p>This is how you will stand on it. Is something not right? Tell your coordinator before it is sent.</p>
        <dl className="claim-facts"><dt>Name</dt><dd>{details.name}</dd><dt>Born</dt><dd>{details.bornOn && writeDate(details.bornOn, 'dd mmm yyyy')}</dd>{details.uln && <><dt>ULN</dt><dd>{details.uln}</dd></>}</dl>
        <Reads><b>You, and the coordinators of {where}.</b> It goes to the awarding body with the claim.</Reads>
      </>
    )}
  </Sheet>
)
