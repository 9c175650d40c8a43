import { Form } from '@remix-run/react'
import { Avatar } from '#app/ui/avatar.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Row } from '#app/ui/row.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

type Learner = {
  personId: string; name: string; fullName: string; hasLeft: boolean; isMe: boolean; isCourseDone: boolean; left: string[]; newAwardId: string
  award: { id: string; awardedAt: Date | string; standing: 'good' | 'taken-back' | 'run-out'; takenBack: { at: Date | string; reason: string | null } | null; needsParent: boolean } | null
}

/** A learner in the list of certificates: what is left, or the certificate to give, or the one they have. */
export function LearnerAward({ learner, canSayParentAgreed }: { learner: Learner; canSayParentAgreed: boolean }) {
  const { award, isCourseDone, left } = learner
  const has = award && award.standing !== 'taken-back'
  return (
    <Row icon={<Avatar name={learner.name} />} title={learner.fullName}
      tag={has ? <Tag tone="rope">{award.standing === 'run-out' ? 'Has run out' : 'Awarded'}</Tag> : isCourseDone ? <Tag tone="sun">All done</Tag> : undefined}
      detail={(
        <>
          {has && <>Awarded <When at={award.awardedAt} day within /></>}
          {award?.takenBack && <>Taken back <When at={award.takenBack.at} day within />{award.takenBack.reason && <>: “{award.takenBack.reason}”</>}. </>}
          {!has && (isCourseDone ? 'Every unit and every session.' : left.join(' '))}
          {learner.hasLeft && ' Has left the cohort.'}
          {has && (
            <Bar>
              <ButtonLink kind="plain" reloadDocument to={`/awards/${award.id}/certificate`}>Print<span className="visually-hidden"> the certificate of {learner.fullName}</span></ButtonLink>
              {award.needsParent && canSayParentAgreed && <ButtonLink kind="plain" to={`/awards/${award.id}/parents-yes`}>A parent said yes<span className="visually-hidden"> for {learner.fullName}</span></ButtonLink>}
              {!learner.isMe && <ButtonLink kind="plain" to={`/awards/${award.id}/taking-back`}>Take back<span className="visually-hidden"> the certificate of {learner.fullName}</span></ButtonLink>}
            </Bar>
          )}
        </>
      )}
      action={!has && isCourseDone && !learner.isMe ? (
        <Form method="post"><input type="hidden" name="id" value={learner.newAwardId} /><input type="hidden" name="personId" value={learner.personId} />
          <Button type="submit">Award<span className="visually-hidden"> the certificate to {learner.fullName}</span></Button></Form>
      ) : undefined} />
  )
}
