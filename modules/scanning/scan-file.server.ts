import { Counter } from 'prom-client'
import { log } from '../log.server.ts'
import { askClamd, scannersAddress } from './ask-clamd.server.ts'

export type Scan = { answer: 'clean' | 'unanswered' | 'not asked' } | { answer: 'infected'; /** What the scanner calls it. */ found: string }

/** How long a file may take, in milliseconds: clamd reads a large PDF for some seconds. */
const longest = 45_000

/** How many files were asked about, by what was answered. */
export const scanned = new Counter({ name: 'belay_scanned_files_total', help: 'Files a virus scanner was asked about, by its answer', labelNames: ['answer'], registers: [] })

/** Asks the house's virus scanner about a file, if there is one. What cannot be made sense of is no answer: a file is never clean because something went wrong. */
export async function scanFile(bytes: Uint8Array, address = scannersAddress()): Promise<Scan> {
  if (!address) return { answer: 'not asked' }
  const scan = await askClamd(address, 'INSTREAM', bytes, longest).then(understood, (error: unknown): Scan => {
    log.error({ err: error }, 'the virus scanner did not answer, so a file was not kept')
    return { answer: 'unanswered' }
  })
  scanned.inc({ answer: scan.answer })
  return scan
}

function understood(said: string): Scan {
  if (said === 'stream: OK') return { answer: 'clean' }
  const found = /^stream: (.{1,200}) FOUND$/.exec(said)?.[1]
  if (found) return { answer: 'infected', found: found.replaceAll(/[^\w.:()-]/g, '?') }
  // For one: "INSTREAM size limit exceeded. ERROR", where StreamMaxLength is less than what may be handed in.
  log.error({ said: said.slice(0, 200) }, 'the virus scanner could not say anything about a file, so it was not kept')
  return { answer: 'unanswered' }
}
