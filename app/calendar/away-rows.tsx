import { Form } from '@remix-run/react'
import { Luggage } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { When } from '#app/ui/when.tsx'

type Away = { id: string; name: string; coverName: string; startsAt: Date | string; endsAt: Date | string; hasBegun: boolean; mayEnd: boolean }

/** Who is away from now on, from when until when, and who covers. */
export const AwayRows = ({ away, base }: { away: readonly Away[]; base: string }) => (
  <>
    {away.length === 0 && <Empty title="Who is away will be here">With who covers: what comes for one is told to both.</Empty>}
    <Rows label="Away">{away.map((one) => (
      <Row key={one.id} icon={Luggage} title={`${one.name}, covered by ${one.coverName}`} detail={<>From <When at={one.startsAt} within /> until <When at={one.endsAt} within />.</>}
        action={one.mayEnd && <Form method="post" action={`${base}/absences/${one.id}/end`}><Button kind="plain">{one.hasBegun ? 'Back already' : 'Call it off'}<span className="visually-hidden">: {one.name}</span></Button></Form>} />
    ))}</Rows>
  </>
)
