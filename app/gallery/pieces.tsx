import { ArrowRight, Check, Lock, Phone, Send } from 'lucide-react'
import { Avatar } from '#app/ui/avatar.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Clock } from '#app/ui/clock.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import { Part } from './part.tsx'

const minute = 60_000

export const Pieces = ({ at }: { at: number }) => (
  <>
    <Part title="Buttons">
      <Bar><Button>Carry on <ArrowRight aria-hidden="true" /></Button><Button kind="plain"><Send aria-hidden="true" />Share…</Button><Button kind="signal"><Phone aria-hidden="true" />Call 999</Button></Bar>
      <Bar><Button disabled>Not yet</Button><Button kind="plain" disabled>Not yet</Button><ButtonLink to="/">A link</ButtonLink><ButtonLink to="tel:08001111" kind="plain">0800 1111</ButtonLink></Bar>
    </Part>
    <Part title="Tags">
      <Bar><Tag>plain</Tag><Tag tone="rope" icon={Check}>on track</Tag><Tag tone="dusk" icon={Lock}>only you</Tag><Tag tone="sun">1 day</Tag><Tag tone="signal">waiting 2 min</Tag></Bar>
    </Part>
    <Part title="People">
      <Bar><Avatar name="Amara" /><Avatar name="Fatima Khan" tone="dusk" /><Avatar name="Sofia" tone="sun" /><Avatar name="Kofi" off /><Avatar name="Jay" size="small" /><Avatar name="Priya" size="large" /></Bar>
    </Part>
    <Part title="How far">
      <Steps total={5} done={0} now label="Part 1 of 5" /><Steps total={6} done={3} now label="Part 4 of 6" /><Steps total={4} done={4} label="4 of 4 parts done" />
    </Part>
    <Part title="Time">
      <Bar>
        <Clock until={new Date(at + 12 * minute)} of="of 12 minutes" label="Time left" />
        <Clock since={new Date(at - 65 * minute)} size="small" label="Time gone" />
        <Clock until={new Date(at + 4 * minute)} stoppedAt={new Date(at)} size="small" label="Stopped" />
      </Bar>
      <p><When at={new Date(at - 20 * minute)} /> · <When at={new Date(at - 26 * 60 * minute)} /> · <When at={new Date(at + 72 * 60 * minute)} day /> · <When at={new Date(at - 30 * 24 * 60 * minute)} /></p>
    </Part>
  </>
)
