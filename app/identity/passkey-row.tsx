import { Form } from '@remix-run/react'
import { Fingerprint } from 'lucide-react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'
import './identity.css'

type Props = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

/** One passkey: what it is called, and, folded away, how to call it something else or take it away. */
export const PasskeyRow = ({ id, name, createdAt, lastUsedAt }: Props) => (
  <Row icon={Fingerprint} title={name} detail={(
    <>
      Made <When at={createdAt} day within />{lastUsedAt && <>, last used <When at={lastUsedAt} within /></>}
      <details className="change">
        <summary>Change</summary>
        <div className="door-form">
          <Form method="post" action={`/account/passkeys/${id}/name`} className="door-form">
            <Field label="What do you call it?"><input name="name" required maxLength={60} defaultValue={name} /></Field>
            <Bar><Button type="submit" kind="plain">Rename</Button></Bar>
          </Form>
          <Form method="post" action={`/account/passkeys/${id}/removal`}><Button type="submit" kind="plain">Take this passkey away</Button></Form>
        </div>
      </details>
    </>
  )} />
)
