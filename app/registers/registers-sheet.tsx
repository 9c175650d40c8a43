import { HandHelping, Scale, ScrollText } from 'lucide-react'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** The ways to the registers of assessment, for who may go there. */
export const RegistersSheet = ({ can }: { can: { adjust: boolean; appeals: boolean; report: boolean } }) => (can.adjust || can.appeals || can.report ? (
  <Sheet aria-labelledby="registers"><h2 id="registers">Beside assessment</h2>
    <Rows>
      {can.adjust && <LinkRow icon={HandHelping} title="Adjustments" detail="What learners need so that they can show what they can" to="/adjustments" />}
      {can.appeals && <LinkRow icon={Scale} title="Second looks" detail="Decisions a learner asks somebody else to look at" to="/appeals" />}
      {can.report && <LinkRow icon={ScrollText} title="Something that may not have been right" detail="Write it down, or see what became of it" to="/malpractice" />}
    </Rows>
  </Sheet>
) : null)
