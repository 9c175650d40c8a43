import type { OpenCase } from '#modules/cases/find-case.server.ts'
import { Note } from '#app/ui/note.tsx'
import { When } from '#app/ui/when.tsx'

/** Which agency it is about, its number, and since when it has had the referral. */
export function AgencyAsked({ now, line }: { now: OpenCase; line: string | undefined }) {
  const referral = now.referrals.find(({ number }) => String(number) === line)
  if (!referral) return null
  return <Note tone="dusk"><b>{referral.agencyName}</b>{referral.agencyPhone && <>: <a href={`tel:${referral.agencyPhone.replace(/[^\d+]/g, '')}`}>{referral.agencyPhone}</a></>}. Referred <When at={referral.madeAt} within />.</Note>
}
