import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { drawPaper } from '../papers/draw-paper.server.ts'
import { findDestruction } from './find-destruction.server.ts'

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' })

/** The certificate of a destruction as a tagged PDF. It names the two who signed, and nobody whom it was about. */
export async function printCertificate(viewer: Viewer, id: string): Promise<{ pdf: Buffer; file: string }> {
  const { organisationName, label, long, because, count, askedByName, askedAt, endedAt, endedByName, isDestroyed, rule } = await findDestruction(viewer, id)
  if (!isDestroyed || !endedAt) throw new Conflict('Nothing was destroyed, so there is no certificate.')
  const sections = [
    { heading: 'What', text: `${label}: ${count === 1 ? 'one record' : `${count} records`}.` },
    { heading: 'When', text: moment.format(endedAt) },
    { heading: 'Who', text: `Asked for by ${askedByName ?? 'somebody who has left'}, ${moment.format(askedAt)}.\n\nAgreed to by ${endedByName ?? 'somebody who has left'}, ${moment.format(endedAt)}.` },
    { heading: 'By which rule', text: `${rule}: ${long}. ${because}` },
    { heading: 'How', text: 'The keys under which the words were sealed were destroyed, so that nobody can read them any more. The chronology itself stays, sealed for good, so that it still proves that no other record was changed. Backups made before hold the keys until they are thrown away.' },
  ]
  return { pdf: await drawPaper({ title: 'Certificate of destruction', kicker: organisationName, foot: `Belay · ${id}`, sections }), file: `destruction-${endedAt.toISOString().slice(0, 10)}.pdf` }
}
