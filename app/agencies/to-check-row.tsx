import { Landmark } from 'lucide-react'
import type { AgenciesToCheck } from '#modules/agencies/agencies-to-check.server.ts'
import { Row } from '#app/ui/row.tsx'

/** On Today, once a year: numbers of the directory that somebody has to look at again. */
export const ToCheckRow = ({ directory: { organisationName, count } }: { directory: AgenciesToCheck }) => (
  <Row icon={Landmark} tone="sun" title={count === 1 ? 'Is one number in the directory still right?' : `Are ${count} numbers in the directory still right?`} detail={`${organisationName}. Nobody has looked for a year.`} to="/concerns/agencies" />
)
