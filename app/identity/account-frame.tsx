import type { ReactNode } from 'react'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

/** A page below the account page. */
export const AccountFrame = ({ title, children }: { title: string; children: ReactNode }) =>
  <Shell back={{ to: '/account', label: 'Your account' }}><PageTitle>{title}</PageTitle>{children}</Shell>
