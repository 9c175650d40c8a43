import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'

export type SettingReported = { id: string; name: string; /** A lead or deputy there: exact counts of the concerns they may see. Anybody else hears figures. */ seesRows: boolean }

export const mayReadReports = (viewer: Viewer): boolean => holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead', 'evaluator')

/** The settings whose report on concerns this viewer may read. */
export const settingsReported = (viewer: Viewer): Promise<SettingReported[]> => read(viewer, (tx) => tx.$queryRaw<SettingReported[]>`SELECT * FROM app.settings_reported()`)
