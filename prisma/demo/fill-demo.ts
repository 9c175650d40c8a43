import { writeFileSync } from 'node:fs'
import { anchorHeads } from '#modules/anchors/anchor-heads.server.ts'
import { countTotals } from '#modules/figures/count-totals.server.ts'
import { startJobs } from '#modules/jobs/work.server.ts'
import { stopBoss } from '#modules/jobs/boss.server.ts'
import { closeLimits } from '#modules/identity/tries.server.ts'
import { fillAccreditation } from './accreditation.ts'
import { fillAdults } from './adults.ts'
import { fillAgencies } from './agencies.ts'
import { fillAwards } from './awards.ts'
import { fillClaims } from './claims.ts'
import { fillCohorts } from './cohorts.ts'
import { fillCompletion } from './completion.ts'
import { fillHelp } from './helped.ts'
import { marker } from './is-to-become-demo.ts'
import { fillJournals } from './journals.ts'
import { fillKeeping } from './keeping.ts'
import { fillLearning } from './learning.ts'
import { fillMentoring } from './mentoring.ts'
import { fillOrganisations } from './organisations.ts'
import { fillSupervision } from './supervision.ts'
import { fillPeople, type Cast } from './people.ts'
import { fillQuality } from './quality.ts'
import { fillSafeguarding } from './safeguarding.ts'
import { fillHandedOn } from './handed-on.ts'
import { fillReferrals } from './referrals.ts'
import { fillReaching } from './reaching.ts'
import { fillRegisters } from './registers.ts'
import { fillTrainers } from './trainers.ts'
import { fillVetting } from './vetting.ts'

/**
 * Fills a new embedded database with the demo programme, by the deeds themselves, so that a demo that fills is a test of them.
 * The marker is written last: a demo that was cut short is not taken for whole.
 */
export async function fillDemo() {
  console.log('Filling the demo programme (once) …')
  await startJobs()
  await fillProgramme(await fillPeople())
  await stopBoss()
  await closeLimits()
  writeFileSync(marker('demo'), 'This database is the demo programme. Do not enter real data.\n')
}

/** Everything that happens in the demo once its people are there, in the order in which it happens in life. */
export async function fillProgramme(cast: Cast) {
  await fillOrganisations(cast)
  await fillHelp(cast)
  const taught = await fillCohorts(cast)
  await fillLearning(cast, taught)
  await fillCompletion(cast, taught)
  await fillMentoring(cast)
  await fillJournals(cast)
  await fillSupervision(cast)
  await fillAgencies(cast)
  await fillSafeguarding(cast)
  await fillReferrals(cast)
  await fillAdults(cast)
  await fillHandedOn(cast)
  await fillReaching(cast)
  await fillKeeping(cast)
  await fillTrainers(cast)
  const accreditation = await fillAccreditation(cast)
  await fillQuality(cast, accreditation)
  await fillAwards(cast, taught, await fillClaims(cast, accreditation))
  await fillRegisters(cast, accreditation)
  await fillVetting(cast)
  await anchorHeads()
  await countTotals()
}
