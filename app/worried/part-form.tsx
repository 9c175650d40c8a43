import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { DraftForm } from '#app/drafts/draft-form.tsx'

type Props = { isVisit: boolean; about: string; id: string; children: ReactNode }

/** One part of what somebody knows more. It is kept on the device until it has arrived; a mentee's is not, for they visit on a device that others use. */
export const PartForm = ({ isVisit, about, id, children }: Props) =>
  isVisit ? <Form method="post" className="stack"><input type="hidden" name="id" value={id} />{children}</Form> : <DraftForm className="stack" about={about} id={id}>{children}</DraftForm>
