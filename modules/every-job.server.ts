import { sweepFilesHourly } from './accreditation/sweep-files.server.ts'
import { adultsJobs } from './adults/adults-jobs.server.ts'
import { anchorJobs } from './anchors/anchor-jobs.server.ts'
import { casesJobs } from './cases/cases-jobs.server.ts'
import { countTotalsHourly } from './figures/count-totals.server.ts'
import { postHelpLetter } from './identity/post-help-letter.server.ts'
import { sweepTheDoor } from './identity/sweep-the-door.server.ts'
import { heartbeat } from './jobs/heartbeat.server.ts'
import type { Job } from './jobs/job.ts'
import { purgeBinDaily } from './journals/purge-bin.server.ts'
import { sendInvitation } from './organisations/send-invitation.server.ts'
import { openingOver } from './quality/open-to-external.server.ts'
import { reachingJobs } from './reaching/reaching-jobs.server.ts'
import { purgeCasesDaily } from './registers/purge-cases.server.ts'
import { safeguardingJobs } from './safeguarding/safeguarding-jobs.server.ts'
import { vettingJobs } from './vetting/vetting-jobs.server.ts'

/** Every job there is. A domain's jobs are listed here and nowhere else. */
export const everyJob: readonly Job[] = [heartbeat, sweepTheDoor, purgeBinDaily, sweepFilesHourly, purgeCasesDaily, sendInvitation, openingOver, postHelpLetter, countTotalsHourly, ...safeguardingJobs, ...anchorJobs, ...casesJobs, ...adultsJobs, ...vettingJobs, ...reachingJobs]
