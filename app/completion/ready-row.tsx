import { Check, CircleDashed } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { sayReady } from './say-ready.ts'

/** Where a mentor stands, and the way to what it takes. */
export const ReadyRow = (standing: Parameters<typeof sayReady>[0]) => <Row icon={standing.left > 0 ? CircleDashed : Check} tone={standing.left > 0 ? 'sun' : 'rope'} {...sayReady(standing)} to="/learn/ready" />
