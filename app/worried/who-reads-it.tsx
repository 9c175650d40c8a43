import type { OnAdultLadder } from '#modules/adults/who-keeps.ts'
import { Reads } from '#app/ui/reads.tsx'
import { ReadsAboutAdult } from './about-adult.tsx'

export type Readers = { first: string | null; later: string | null }
type Props = { usual: Readers; /** When it is about mentoring: said in its place as soon as that is chosen, script or no script. */ mentoring: Readers | null; /** When it is about an adult: said in place of both. */ adult: { ladder: readonly OnAdultLadder[]; kept: readonly string[] }; place: string }

/** Who reads what stands in this field, by name. */
export const WhoReadsIt = ({ usual, mentoring, adult, place }: Props) => (
  <>
    <div className="unless-adult">{mentoring
      ? <><div className="unless-mentoring"><These readers={usual} place={place} /></div><div className="if-mentoring"><These readers={mentoring} place={place} /></div></>
      : <These readers={usual} place={place} />}</div>
    <div className="if-about-adult"><ReadsAboutAdult {...adult} /></div>
  </>
)

const These = ({ readers: { first, later }, place }: { readers: Readers; place: string }) => (
  <Reads>{first ? <><b>{first}</b> can read this.{later && <> If nobody answers in time, {later} can too.</>} Nobody else.</> : <><b>Nobody at {place}</b> can read this.</>}</Reads>
)
