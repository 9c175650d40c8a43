import { Building2, ChartNoAxesColumn } from 'lucide-react'
import { Empty } from '#app/ui/empty.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { howTotalsAreTold, sayFigure } from '#modules/figures/say-figure.ts'
import type { Role } from '#prisma/generated/enums.ts'
import type { TodayData } from './today-of.server.ts'

/** What somebody finds here who has nothing waiting: said honestly, also where their part of Belay is still to come. */
export function WhatIsHere({ today }: { today: TodayData }) {
  const { roles, settings } = today
  const is = (...some: Role[]) => some.some((role) => roles.includes(role))
  return (
    <>
      {is('programme_lead') && (
        <Sheet>
          <h2 className="today-h">Settings you support</h2>
          <Rows>
            {settings.map((setting) => (
              <LinkRow key={setting.id} icon={Building2} title={setting.name} to={`/organisations/${setting.id}`}
                detail={`Mentors: ${sayFigure(setting.mentors)}, learning: ${sayFigure(setting.learning)}. Pairs: ${sayFigure(setting.pairs)}. Cohorts: ${setting.cohorts}.`} />
            ))}
          </Rows>
          <p className="small soft">{settings.length === 0 ? 'No setting yet. Each school or club you support will stand here.' : howTotalsAreTold}</p>
        </Sheet>
      )}
      {is('safeguarding_lead', 'deputy_lead', 'head') && <Empty title="Concerns come here at once"><p>When somebody raises a concern, it is at the top of this page and a letter is on its way to you. If nobody answers in time, it goes on to the next person.</p></Empty>}
      {is('assessor') && today.toDecide.length === 0 && <Empty title="Evidence to look at will be here"><p>When a mentor hands in evidence, it will wait here for your decision. Until then you see the cohorts whose work you will assess.</p></Empty>}
      {is('quality_assurer') && today.toSample.length + today.answered.length + today.toSignOff.length === 0 && <Empty title="Decisions to look over will be here"><p>Draw a sample under Quality, and what was drawn waits here.</p></Empty>}
      {is('external_quality_assurer') && <Empty title="Samples that are open to you are under Quality"><p>A quality assurer opens one to you between two days. Outside of them there is nothing here to see.</p></Empty>}
      {is('programme_lead', 'evaluator') && (
        <Sheet>
          <h2 className="today-h">Figures</h2>
          <Rows><LinkRow icon={ChartNoAxesColumn} title="Concerns in figures" to="/outcomes/concerns" detail="Of each setting you are told of, term by term. No names, and nothing somebody could be recognised in." /></Rows>
        </Sheet>
      )}
    </>
  )
}
