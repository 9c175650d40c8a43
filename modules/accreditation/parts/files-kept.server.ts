import { read } from '../../db/read.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict } from '../../errors.ts'
import { settings } from '../../settings.server.ts'
import { sayBytes } from '../file-kinds.ts'

/** Says so before there is no room: for one learner, and for all of a setting. How much there is, the settings say. */
export async function refuseIfFull(viewer: Viewer, organisationId: string, size: number): Promise<void> {
  const { EVIDENCE_MB_EACH, EVIDENCE_GB_SETTING } = settings()
  const [kept] = await read(viewer, (tx) => tx.$queryRaw<{ mine: number; all: number }[]>`SELECT mine::float8, "all"::float8 FROM app.files_kept(${organisationId}::uuid)`)
  if (kept!.mine + size > EVIDENCE_MB_EACH * 1e6) throw new Conflict(`Your photos and files have filled the ${sayBytes(EVIDENCE_MB_EACH * 1e6)} there are for each learner. Take one back that nobody has decided about, or ask whoever coordinates your setting. Your words are still here.`)
  if (kept!.all + size > EVIDENCE_GB_SETTING * 1e9) throw new Conflict('There is no room left for photos and files in your setting. Ask whoever coordinates it. Your words are still here.')
}
