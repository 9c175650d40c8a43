import { Form } from '@remix-run/react'
import { HeartHandshake, Phone, ShieldCheck, UserRound } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { sayTime } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'

type Visit = { birdName: string; setting: { name: string; phone: string | null }; mentor: string | null; youthWorkers: string[]; lead: string | null; expiresAt: Date | string }

const and = (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`)

/** What a mentee sees on their visit: their people, the way to an adult, and the way out. */
export function VisitPage({ visit }: { visit: Visit }) {
  const { birdName, setting, mentor, youthWorkers, lead, expiresAt } = visit
  return (
    <>
      <PageTitle kicker={setting.name}>Hi {birdName}</PageTitle>
      <Sheet>
        <h2>Your people</h2>
        <Rows>
          {mentor ? <Row icon={HeartHandshake} tone="rope" title={mentor} detail={`Your mentor. ${mentor} or ${youthWorkers[0] ?? 'your youth worker'} tells you when you meet next.`} />
            : <Row icon={HeartHandshake} title="No mentor just now" detail={`${youthWorkers[0] ?? 'Your youth worker'} is looking for one.`} />}
          {youthWorkers.length > 0 && <Row icon={UserRound} tone="dusk" title={and(youthWorkers)} detail={youthWorkers.length === 1 ? 'Your youth worker' : 'Your youth workers'} />}
          {lead && <Row icon={ShieldCheck} title={lead} detail="Keeps everybody here safe" />}
          {setting.phone && <Row icon={Phone} title={<a href={`tel:${setting.phone.replaceAll(' ', '')}`}>{setting.phone}</a>} detail={`Call ${setting.name}`} />}
        </Rows>
      </Sheet>
      <Sheet tone="signal">
        <h2>Is something not right?</h2>
        <p>For you, or for somebody you know. You can tell us here. {lead ?? 'An adult'} or {youthWorkers[0] ?? 'somebody else'} reads it. You are not in trouble for telling.</p>
        <ButtonLink kind="signal" to="/m/worried">I’m worried</ButtonLink>
      </Sheet>
      <Sheet tone="dusk">
        <h2>Is it about {mentor ? `${mentor}, or ` : ''}how things go here?</h2>
        <p>You can say that too. It goes only to the adults whose job is to keep everybody safe. {mentor ? `${mentor} and ${and(youthWorkers) || 'your youth worker'} are not` : `${and(youthWorkers) || 'Your youth worker'} are not`} told, and cannot see it. You do not have to be sure.</p>
        <Form method="post" action="/m/quiet-word"><Button type="submit" kind="plain">Say it quietly</Button></Form>
      </Sheet>
      <div className="visit-end">
        <p className="soft small">From <time dateTime={new Date(expiresAt).toISOString()}>{sayTime(new Date(expiresAt))}</time> on, Belay asks for your code again. Press Finished when you go: others use this device too.</p>
        <Form method="post" action="/m/end"><Button type="submit" kind="plain">Finished</Button></Form>
      </div>
    </>
  )
}
