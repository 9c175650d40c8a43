import { CircleDashed } from 'lucide-react'
import { Link } from '@remix-run/react'
import type { ReadinessRow } from '#modules/organisations/readiness.server.ts'
import { BarFigure } from '#app/ui/bar-figure.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Spread } from '#app/ui/spread.tsx'

/** How ready a setting is: how much is in place, and what is still missing. */
export function ReadinessSheet({ rows, name, organisationId }: { rows: readonly ReadinessRow[]; name: string; organisationId: string }) {
  const missing = rows.filter((row) => !row.isThere)
  return (
    <Sheet>
      <Spread><h2 className="today-h">{missing.length === 0 ? `${name} is ready` : `What ${name} still needs`}</h2><Link className="small" to={`/organisations/${organisationId}`}>Open</Link></Spread>
      <BarFigure label="In place" count={rows.length - missing.length} of={rows.length} />
      {missing.length > 0 && <Rows>{missing.map((row) => <Row key={row.label} icon={CircleDashed} tone="sun" title={row.label} detail={row.detail} />)}</Rows>}
    </Sheet>
  )
}
