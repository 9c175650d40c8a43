import { log } from '../log.server.ts'
import { theBoss } from './boss.server.ts'
import type { Job } from './job.ts'

/** Starts the queue of this process. Before it, nothing can be put in; `workJobs` then takes things out. */
export async function startJobs() {
  await theBoss().start()
}

/** Works the jobs, each as it comes and at the latest after half a second; the timed ones by their clock. */
export async function workJobs(jobs: readonly Job[]) {
  const boss = theBoss()
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: 0.5, batchSize: 1, ...(job.atOnce ? { localConcurrency: job.atOnce.all, localGroupConcurrency: job.atOnce.ofAGroup } : {}) }, async ([one]) => {
      try {
        await job.work(job.data.parse(one!.data ?? {}))
      } catch (error) {
        log.error({ err: error, job: job.name }, 'a job did not work; it will be tried again')
        throw error
      }
    })
    if (job.every) await boss.schedule(job.name, job.every, {})
  }
}
