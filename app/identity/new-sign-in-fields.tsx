import type { Refusal } from '#app/http/refusals.server.ts'
import { Field } from '#app/ui/field.tsx'
import './identity.css'

type Props = { refusal?: Refusal; withFullName?: boolean; name?: string }

/** What somebody chooses when they are new: the name they go by, the name they sign in with, a password. */
export const NewSignInFields = ({ refusal, withFullName = false, name }: Props) => (
  <>
    {withFullName && <Field label="Your first and last name" hint="For the register and your certificate. Only the adults who run your group see it." problem={refusal?.fields.fullName}><input name="fullName" autoComplete="name" required maxLength={120} defaultValue={refusal?.said.fullName} /></Field>}
    <Field label="What should we call you?" hint="This is the name others see." problem={refusal?.fields.name}><input name="name" autoComplete="nickname" required maxLength={60} defaultValue={refusal?.said.name ?? name} /></Field>
    <Field label="Choose a username" hint="You sign in with it. Small letters and digits. It need not be your real name." problem={refusal?.fields.username}><input name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required minLength={3} maxLength={40} defaultValue={refusal?.said.username} /></Field>
    <Field label="Choose a password" hint="At least 12 letters. Three random words work well, like a small picture in your head." problem={refusal?.fields.password}><input name="password" type="password" autoComplete="new-password" required minLength={12} maxLength={200} /></Field>
  </>
)
