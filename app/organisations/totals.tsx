import type { ClaimTotals } from '#modules/claims/claim-totals.server.ts'
import { kindNames } from '#modules/organisations/role-names.ts'
import { sayFigure } from '#modules/figures/say-figure.ts'
import type { SettingSupported } from '#modules/organisations/settings-supported.server.ts'
import './totals.css'

/** The totals of one setting, each beside what it counts. */
export function Totals({ setting, claims }: { setting: SettingSupported; claims?: ClaimTotals }) {
  const figures = [['mentors', sayFigure(setting.mentors)], ['on a course now', sayFigure(setting.learning)], ['pairs', sayFigure(setting.pairs)], [setting.cohorts === 1 ? 'cohort open' : 'cohorts open', String(setting.cohorts)]] as const
  const towards = claims ? [['not claimed for yet', sayFigure(claims.registered)], ['claimed for', sayFigure(claims.claimed)], ['certificated', sayFigure(claims.certificated)]] as const : []
  return (
    <>
      {kindNames[setting.kind]}
      <dl className="totals">{[...figures, ...towards].map(([what, count]) => <div key={what}><dt>{what}</dt><dd>{count}</dd></div>)}</dl>
    </>
  )
}
