import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { visitField } from '#app/http/written-by.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'

type Props = { /** On whose visit it is drawn. */ menteeId: string | null; about: string; id: string; children: ReactNode }

/** One part of what somebody knows more. It is kept on the device until it has arrived; a mentee's is not, for they visit on a device that others use. */
export const PartForm = ({ menteeId, about, id, children }: Props) =>
  menteeId ? <Form method="post" reloadDocument className="stack"><input type="hidden" name="id" value={id} /><input type="hidden" name={visitField} value={menteeId} />{children}</Form> : <DraftForm className="stack" about={about} id={id}>{children}</DraftForm>
