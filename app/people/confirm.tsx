import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import './people.css'

type Props = { back: { to: string; label: string }; kicker?: string; title: string; button: string; message?: string; hidden?: Record<string, string>; children: ReactNode }

/** Says what will happen, and asks once before it does. Works without script, and can be left by the way back. */
export const Confirm = ({ back, kicker, title, button, message, hidden = {}, children }: Props) => (
  <Shell back={back}>
    <PageTitle kicker={kicker}>{title}</PageTitle>
    <Sheet>
      <div className="confirm">
        <Problem message={message} />
        {children}
        <Form method="post">{Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}<Bar><Button type="submit">{button}</Button><ButtonLink kind="plain" to={back.to}>Leave it as it is</ButtonLink></Bar></Form>
      </div>
    </Sheet>
  </Shell>
)
