import type { Agency } from '#modules/agencies/agencies-of.server.ts'
import { harms } from '#modules/safeguarding/referral-parts.ts'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = { agency: Pick<Agency, 'kind' | 'name' | 'phone' | 'hours' | 'referAt' | 'hints'>; said: (name: string) => string | undefined; problem: (name: string) => string | undefined }

/** What to know before a referral of this kind is made: whom to ring, how soon, and what belongs there. */
export function ReferralAid({ agency, said, problem }: Props) {
  return (
    <>
      <Note tone="dusk">
        <p><b>Ring {agency.name}: <a href={`tel:${agency.phone.replace(/[^\d+]/g, '')}`}>{agency.phone}</a></b>, {agency.hours}.{agency.referAt && <> In writing: {/^https:\/\//.test(agency.referAt) ? <a href={agency.referAt} rel="noreferrer">{agency.referAt.replace(/^https:\/\//, '')}</a> : agency.referAt}.</>}</p>
        {agency.hints && <p>{agency.hints}</p>}
      </Note>
      {(agency.kind === 'front_door' || agency.kind === 'emergency_duty') && <Note tone="sun">The same day as the decision. What was said by phone is confirmed in writing. They say within one working day what happens: if they do not, Belay asks you to chase.</Note>}
      {agency.kind === 'prevent' && <Note tone="sun">If it cannot wait: <a href="tel:999">999</a>, or the anti-terrorist hotline <a href="tel:0800789321">0800 789 321</a>. Facts and their words first; leave out what you only suppose.</Note>}
      {agency.kind === 'lado' && <>
        <Note tone="sun">
          <p><b>Within one working day</b> of hearing of it, before anybody speaks with the adult. The LADO says what happens next.</p>
          <p>A peer mentor under 18 never goes to the LADO: what they did is between children. For one of 18 or older, write their age.</p>
        </Note>
        <ChoiceGroup legend="Which of these is it?" hint="Any one is enough. Does none fit, but something is not right? Then it is a low-level concern: write it down, and do not send it." type="radio" name="harm" required options={harms} defaultValue={said('harm')} problem={problem('harm')} />
      </>}
    </>
  )
}
