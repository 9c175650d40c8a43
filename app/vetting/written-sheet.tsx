import { Link } from '@remix-run/react'
import { checkOf, dbsLevels } from '#modules/vetting/checks.ts'
import type { Written } from '#modules/vetting/find-vetted.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import '#app/quality/quality.css'
import { sayShort } from './standings.ts'

type One = Omit<Written, 'at' | 'struck'> & { at: Date | string; struck: (Omit<NonNullable<Written['struck']>, 'at'> & { at: Date | string }) | null }
type Props = { written: readonly One[]; /** May this viewer strike one through? */ canStrike?: boolean; title?: string }

/** Every check as it was written down, the newest first. What was wrong is struck through and stays to be read. */
export const WrittenSheet = ({ written, canStrike = false, title = 'What was written down' }: Props) => (
  <Sheet aria-labelledby="written">
    <h2 id="written" className="h3">{title}</h2>
    {written.length === 0 && <p className="soft">Nothing yet.</p>}
    <ul className="entries">
      {written.map((one) => (
        <li key={one.id}>
          {one.struck ? <><s><Said one={one} /></s> Struck through by {one.struck.byName}, <When at={one.struck.at} within />{one.struck.why && <>: “{one.struck.why}”</>}.</>
            : <><Said one={one} />{canStrike && <> <Link to={`/checks/${one.id}/striking`} aria-label={`Strike through: ${checkOf(one.kind).name}, ${sayShort(one.doneOn)}`}>Strike through</Link></>}</>}
        </li>
      ))}
    </ul>
  </Sheet>
)

const Said = ({ one: { kind, isNotNeeded, doneOn, goodUntil, dbsLevel, isOnUpdateService, certificateNumber, words, byName, at } }: { one: One }) => (
  <><b>{kind === 'reference' ? 'Reference' : kind === 'dbs' ? 'DBS check' : checkOf(kind).name}</b>{isNotNeeded ? ' does not apply' : `, ${sayShort(doneOn)}`}{goodUntil && `, good until ${sayShort(goodUntil)}`}.{' '}
    {dbsLevel && <>{dbsLevels.find(({ value }) => value === dbsLevel)!.label}, number {certificateNumber ?? 'not to be read'}{isOnUpdateService ? ', on the update service' : ''}. </>}
    {words && <>“{words}” </>}<span className="soft">Seen by {byName}, <When at={at} within />.</span></>
)
