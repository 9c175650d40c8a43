import { HandedOver } from '#app/people/handed-over.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Props = { code: string; half: 'first' | 'second' | null; expiresAt: Date | string; name: string; address: string }

/** The code, or this adult's half of it, the one time it is shown. */
export const CodeForThem = ({ code, half, expiresAt, name, address }: Props) => (
  <Sheet tone="rope">
    <h2>{half === null ? `The code for ${name}` : `Your half of the code for ${name}`}</h2>
    {half === 'first' && <p>It is the first half. Now ask a second adult to open {name}’s page and give the other half.</p>}
    {half === 'second' && <p>It is the second half. The first half is with your colleague.</p>}
    <HandedOver is="code" label={half === null ? 'The code' : `The ${half} half of the code`} text={code} />
    <p>{name} opens <b>{address}</b> and types {half === null ? 'it' : 'both halves'}. It works once, until <When at={expiresAt} within />, and is shown only now.</p>
  </Sheet>
)
