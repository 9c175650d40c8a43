import { Form } from '@remix-run/react'
import { Download, Globe } from 'lucide-react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Note } from '#app/ui/note.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import { OnDay } from './badge-facts.tsx'
import './awards.css'

type Award = {
  id: string; kind: 'course' | 'qualification'; title: string; awardedAt: Date | string; goodUntil: Date | string | null; certificateNumber: string | null; badgeId: string; where: string; issuer: string; by: string | null
  standing: 'good' | 'taken-back' | 'run-out'; takenBack: { at: Date | string; by: string | null; reason: string | null } | null
  isPublic: boolean; shownName: string | null; publishedAt: Date | string | null; firstName: string; needsParent: boolean; publicationId: string
}

/** One thing somebody has earned: the certificate to print, and the badge that is theirs to show or to keep. */
export const MyAward = ({ award, base }: { award: Award; base: string }) => (
  <Sheet aria-labelledby={award.id}>
    <div className="award" data-standing={award.standing}>
      <div className="award-head">
        <img src={`/badges/pictures/${award.kind}.svg`} alt="" width={88} height={88} />
        <div>
          <h2 id={award.id}>{award.title}</h2>
          <p className="soft">Awarded <When at={award.awardedAt} day within /> by {award.by ?? 'a colleague'}, {award.where}{award.goodUntil && <>. Good until <OnDay at={award.goodUntil} /></>}</p>
          {award.certificateNumber && <p className="soft small">The awarding body’s number: {award.certificateNumber}</p>}
        </div>
      </div>
      {award.takenBack ? (
        <Note tone="sun">{award.takenBack.by ?? 'A colleague'} took this back, <When at={award.takenBack.at} day within />. {award.takenBack.reason && <>They wrote: “{award.takenBack.reason}” </>}If that is not right, or you want to talk about it, ask them or another adult you trust.</Note>
      ) : (
        <>
          <Bar><ButtonLink reloadDocument to={`/awards/${award.id}/certificate`}><Download aria-hidden="true" />Certificate (PDF)</ButtonLink></Bar>
          <BadgePart award={award} base={base} />
        </>
      )}
    </div>
  </Sheet>
)

const BadgePart = ({ award, base }: { award: Award; base: string }) => (
  <div className="award-part">
    <h3>Your badge</h3>
    {award.isPublic ? <PublicBadge award={award} base={base} /> : award.needsParent
      ? <Note>A badge can be shown to anybody. Under 13, a parent or carer first says yes to your youth worker or coordinator, who writes it down. If you are 13 or older, they can write that down instead: ask them. Until then nobody outside sees it.</Note>
      : (
        <Form method="post" action={`/learn/awards/${award.id}/publication`}>
          <input type="hidden" name="id" value={award.publicationId} />
          <Reads><b>Nobody outside can see it.</b> If you make it public, anybody with its address can see what it is for, when you got it and who gave it ({award.issuer}). Never your full name, your age or your school.</Reads>
          <ChoiceGroup type="radio" legend="What should it say?" name="shows" required defaultValue="no-name" options={[
            { value: 'no-name', label: 'No name', hint: 'Whoever gets it from you knows it is yours.' },
            { value: 'name', label: `My first name: ${award.firstName}` },
          ]} />
          <Button kind="plain" type="submit">Make it public</Button>
        </Form>
      )}
  </div>
)

const PublicBadge = ({ award, base }: { award: Award; base: string }) => (
  <>
    <Note tone="sun" icon={Globe}><b>Anybody with its address can see it</b>, since <When at={award.publishedAt!} within />. It says {award.shownName ? <>your first name, {award.shownName}</> : 'no name'}.</Note>
    <p className="award-address"><a href={`/badges/${award.badgeId}`}>{`${base}/badges/${award.badgeId}`}</a></p>
    <Bar>
      <ButtonLink kind="plain" reloadDocument to={`/badges/${award.badgeId}/picture.png`}>As a picture (PNG)</ButtonLink>
      <ButtonLink kind="plain" reloadDocument to={`/badges/${award.badgeId}/picture.svg`}>As an SVG</ButtonLink>
      <ButtonLink kind="plain" reloadDocument to={`/badges/${award.badgeId}/credential`}>For a badge wallet</ButtonLink>
    </Bar>
    <p className="small soft">The picture carries the badge inside it. Put it on a CV, or send it: whoever gets it can check it at {base}/badges/verify.</p>
    <Bar><ButtonLink kind="plain" to={`/learn/awards/${award.id}/hiding`}>Make it private again</ButtonLink></Bar>
  </>
)
