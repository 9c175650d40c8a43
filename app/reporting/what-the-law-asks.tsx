import { Link } from '@remix-run/react'
import { Landmark, Scale } from 'lucide-react'
import type { MyReporting } from '#modules/reporting/my-reporting.server.ts'
import { notifications } from '#modules/reporting/notified.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Reporting = Omit<MyReporting, 'mine'> & { mine: readonly (Omit<MyReporting['mine'][number], 'at'> & { at: Date | string })[] }

/** For an adult who raised a concern or keeps it, while the duty to report is in force: that it may ask something of them, and what they wrote down about it. */
export const WhatTheLawAsks = ({ reporting, to }: { reporting: Reporting; to: string }) => (
  <Sheet aria-labelledby="law-asks">
    <h2 id="law-asks" className="h3">Is it about a sexual offence against a child?</h2>
    <p>Then the law may ask <b>you yourself</b>, as an adult, to tell the police or the local authority.</p>
    {reporting.mine.length > 0 && <Rows label="What you wrote down">{reporting.mine.map((one) => (
      <Row key={one.id} icon={one.notified === 'delayed' ? Scale : Landmark} tone={one.notified === 'delayed' ? 'sun' : 'rope'} title={one.notified === 'delayed' ? 'It waits, and you said why' : notifications.find(({ value }) => value === one.notified)!.label} detail={<When at={one.happenedAt ?? one.at} />} />
    ))}</Rows>}
    <p><Link to={to}>{reporting.mine.length > 0 ? 'Write down more' : 'What you have to do, and write down that it was done'}</Link></p>
  </Sheet>
)
