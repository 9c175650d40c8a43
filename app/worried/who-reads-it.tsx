import { Reads } from '#app/ui/reads.tsx'

export type Readers = { first: string | null; later: string | null }
type Props = { usual: Readers; /** When it is about mentoring: said in its place as soon as that is chosen, script or no script. */ mentoring: Readers | null; place: string }

/** Who reads what stands in this field, by name. */
export const WhoReadsIt = ({ usual, mentoring, place }: Props) => mentoring
  ? <><div className="unless-mentoring"><These readers={usual} place={place} /></div><div className="if-mentoring"><These readers={mentoring} place={place} /></div></>
  : <These readers={usual} place={place} />

const These = ({ readers: { first, later }, place }: { readers: Readers; place: string }) => (
  <Reads>{first ? <><b>{first}</b> can read this.{later && <> If nobody answers in time, {later} can too.</>} Nobody else.</> : <><b>Nobody at {place}</b> can read this.</>}</Reads>
)
