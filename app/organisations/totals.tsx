import type { ClaimTotals } from '#modules/claims/claim-totals.server.ts'
import { kindNames } from '#modules/organisations/role-names.ts'
import { sayTotal } from '#modules/organisations/say-total.ts'
import type { SettingSupported } from '#modules/organisations/settings-supported.server.ts'
import './totals.css'

/** The totals of one setting, each beside what it counts. */
export function Totals({ setting, claims }: { setting: SettingSupported; claims?: ClaimTotals }) {
  const figures = [['mentors', sayTotal(setting.mentors)], ['on a course now', sayTotal(setting.learning)], ['pairs', sayTotal(setting.pairs)], [setting.cohorts === 1 ? 'cohort open' : 'cohorts open', String(setting.cohorts)]] as const
  const towards = claims ? [['not claimed for yet', sayTotal(claims.registered)], ['claimed for', sayTotal(claims.claimed)], ['certificated', sayTotal(claims.certificated)]] as const : []
  return (
    <>
      {kindNames[setting.kind]}
      <dl className="totals">{[...figures, ...towards].map(([what, count]) => <div key={what}><dt>{what}</dt><dd>{count}</dd></div>)}</dl>
    </>
  )
}
