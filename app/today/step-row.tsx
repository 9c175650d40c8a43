import { BookOpen } from 'lucide-react'
import type { NextStep } from '#modules/learning/next-step.server.ts'
import { LinkRow } from '#app/ui/link-row.tsx'

/** The next step of the course, where something else comes first. */
export const StepRow = ({ step }: { step: NextStep }) => (
  <LinkRow icon={BookOpen} title={step.unitTitle} detail={`${step.isTopUp ? 'Top-up' : `Session ${step.sessionNumber} of ${step.sessions}`} · ${step.cardsDone} of ${step.cards} parts done`} to={`/learn/${step.courseSlug}/${step.unitSlug}`} />
)
