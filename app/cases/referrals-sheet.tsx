import { Link } from '@remix-run/react'
import { Landmark } from 'lucide-react'
import type { OpenCase } from '#modules/cases/find-case.server.ts'
import { answers } from '#modules/safeguarding/referral-parts.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import './referrals.css'

/** The agencies a case was referred to, what each answered, and when those who have not are asked again. */
export function ReferralsSheet({ now }: { now: OpenCase }) {
  if (now.referrals.length === 0) return null
  const base = `/concerns/${now.concernId}/referrals`
  return (
    <section className="stack">
      <h2 className="h3">Referred</h2>
      <Sheet><Rows label="Referred">{now.referrals.map((referral) => (
        <Row key={referral.id} icon={Landmark} tone={referral.isLate ? 'signal' : 'dusk'} title={referral.agencyName}
          detail={<>
            Referred <When at={referral.madeAt} within />{referral.isOpen && referral.chaseAt && <>, {referral.isLate ? 'should have answered by' : 'to be asked again from'} <When at={referral.chaseAt} within /></>}{referral.chases > 0 && <>, chased {referral.chases === 1 ? 'once' : `${referral.chases} times`}</>}{referral.isTakenFurther && <>, taken further</>}
            <span className="referral-ways">
              <Link to={`${base}/${referral.number}`}>Read it<span className="visually-hidden">: {referral.agencyName}</span></Link>
              {referral.isOpen && now.can.includes('chased') && <><Link to={`${base}/${referral.number}/answer`}>They have answered</Link><Link to={`${base}/${referral.number}/chase`}>Chase</Link><Link to={`${base}/${referral.number}/further`}>Take it further</Link></>}
            </span>
          </>}
          tag={<Tag tone={referral.isLate ? 'signal' : referral.isOpen ? 'sun' : 'plain'}>{referral.isLate ? 'not answered' : referral.answer ? answers.find(({ value }) => value === referral.answer)!.label.toLowerCase() : 'waiting'}</Tag>} />
      ))}</Rows></Sheet>
    </section>
  )
}
