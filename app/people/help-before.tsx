import { History } from 'lucide-react'
import type { HelpInPlace } from '#modules/identity/help-for.server.ts'
import type { Jsonified } from '#app/http/jsonified.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

/** When somebody was helped back in before, by whom, and whether they came. */
export const HelpBefore = ({ past }: { past: Jsonified<HelpInPlace>['past'] }) => past.length > 0 && (
  <Sheet tone="sunk">
    <h2>Before</h2>
    <Rows>
      {past.map((help) => (
        <Row key={help.id} icon={History} title={help.by.join(' and ')} detail={<><When at={help.givenAt} /> · {help.usedAt ? <>they came back in <When at={help.usedAt} within /></> : 'it was not used'}</>} />
      ))}
    </Rows>
  </Sheet>
)
