const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })

/** A day as it stands on paper: whoever checks one has the paper beside it. */
export const OnDay = ({ at }: { at: Date | string }) => <time dateTime={new Date(at).toISOString()}>{day.format(new Date(at))}</time>

type Facts = { name?: string | null; issuer: string; awardedAt: Date | string; goodUntil: Date | string | null; takenBackAt: Date | string | null }

/** What is public of a badge or a certificate. */
export const BadgeFacts = ({ name, issuer, awardedAt, goodUntil, takenBackAt }: Facts) => (
  <dl className="badge-facts">
    {name && <><dt>Earned by</dt><dd>{name}</dd></>}
    <dt>Given by</dt><dd>{issuer}</dd>
    <dt>On</dt><dd><OnDay at={awardedAt} /></dd>
    {goodUntil && <><dt>Good until</dt><dd><OnDay at={goodUntil} /></dd></>}
    {takenBackAt && <><dt>Taken back</dt><dd><OnDay at={takenBackAt} /></dd></>}
  </dl>
)
