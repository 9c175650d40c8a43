import { Link } from '@remix-run/react'
import { BarFigures } from '#app/ui/bar-figures.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Spread } from '#app/ui/spread.tsx'
import type { TodayData } from './today-of.server.ts'

/** The cohorts somebody may see, in counts with their base. */
export const CohortsSheet = ({ cohorts }: { cohorts: TodayData['cohorts'] }) => (
  <>
    {cohorts.map((cohort) => (
      <Sheet key={cohort.id}>
        <Spread><h2 className="today-h">{cohort.name}</h2><Link className="small" to={`/cohorts/${cohort.id}`}>Open</Link></Spread>
        <p className="small soft">{cohort.where}{cohort.waiting > 0 ? ` · ${cohort.waiting} waiting for a place` : ''}</p>
        <BarFigures what={cohort.name} bars={[{ label: 'Places taken', count: cohort.placed, of: cohort.places }, { label: 'Sessions held', count: cohort.held, of: cohort.sittings }]} />
      </Sheet>
    ))}
  </>
)
