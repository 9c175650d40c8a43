import { ExternalLink } from 'lucide-react'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A date that stands on a paper: 3 September 2026. */
export const sayDate = (iso: string): string => day.format(new Date(`${iso}T00:00Z`))

/** Which policy it is, of when, and where it can be read. */
export const ThePolicy = ({ policy }: { policy: { title: string; datedOn: string; address: string | null; namedBy: string | null } }) => (
  <>
    <h2>{policy.title}</h2>
    <p className="soft">Dated {sayDate(policy.datedOn)}{policy.namedBy && `, named by ${policy.namedBy}`}</p>
    {policy.address
      ? <p><a href={policy.address} target="_blank" rel="noreferrer">Read it on your setting’s own page <ExternalLink aria-hidden="true" size="1em" /></a>. It opens in a new tab.</p>
      : <p>It is on paper. Ask your youth worker for it, and for somebody to read it with if you like.</p>}
  </>
)
