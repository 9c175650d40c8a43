import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { prepareReferral } from '#modules/cases/prepare-referral.server.ts'
import { referConcern } from '#modules/cases/refer-concern.server.ts'
import { referralPartsFor } from '#modules/safeguarding/referral-parts.ts'
import { bases } from '#modules/safeguarding/sharing.ts'
import { ChooseAgency } from '#app/cases/choose-agency.tsx'
import { MomentField } from '#app/cases/moment-field.tsx'
import { ReferralAid } from '#app/cases/referral-aid.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'

export const meta: MetaFunction = () => [{ title: 'Make a referral · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(args.context, args.request)
  const step = await loadStep(args, 'referred')
  const { agencies, draft } = await asPage(prepareReferral(viewer, args.params.concernId!))
  const agencyId = z.uuid().safeParse(new URL(args.request.url).searchParams.get('agency')).data
  return { ...step, agencies, draft, agency: agencies.find(({ id }) => id === agencyId) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, referConcern)
}

export default function Referral() {
  const { agencies, agency, draft, now } = useLoaderData<typeof loader>()
  if (!agency) return <ChooseAgency concernId={now.concernId} agencies={agencies} decision={now.toRefer} />
  return (
    <StepPage title={`Refer it to ${agency.name}`} lead="What the case already says stands here. Read it, cut what they do not need, put right what is not so: what you keep is what you send. Then print it, or take it out as a PDF." button="Make this referral"
      reads={<><b>Everybody who can open this concern</b> can read this, and {agency.name} once you send it. It cannot be changed afterwards.</>}>
      {(asked) => <>
        <ReferralAid agency={agency} said={asked.said} problem={asked.problem} />
        <input type="hidden" name="agencyId" value={agency.id} />
        {referralPartsFor(agency.kind).map((part) => <WordsField key={part.name} {...part} rows={part.isNeeded || draft[part.name] ? 4 : 2} isNeeded={part.isNeeded ?? false} {...asked} said={(name) => asked.said(name) ?? draft[name]} />)}
        <ChoiceGroup legend="On what ground do you share it?" type="radio" name="basis" required options={bases} defaultValue={asked.said('basis') ?? 'public_task'} problem={asked.problem('basis')} />
        <MomentField name="happenedAt" label="When it goes" hint="By phone or in writing, whichever is first." clock={asked.clock} said={asked.said('happenedAt')} problem={asked.problem('happenedAt')} />
      </>}
    </StepPage>
  )
}
