import pino from 'pino'
import { settings } from './settings.server.ts'

/**
 * The log: one JSON line a thing, UTC. Names that hold anybody's words, names or secrets are blanked wherever they turn up; the list is
 * checked against the column classes by tests/columns.test.ts.
 */
export const blanked = [
  'password', 'address', 'token', 'code', 'secret', 'seed', 'cookie', 'authorization', 'hash', 'firstHash', 'secondHash', 'body', 'transcript', 'bytes', 'words', 'feedback', 'word', 'who', 'what', 'firstStep', 'ownName', 'ownNameDigests', 'struckWhy', 'endedWhy',
  'name', 'fullName', 'birdName', 'username', 'email', 'bornOn', 'fields', 'overrideReason', 'clientSecret', 'subject', 'device',
  'tokenHash', 'codeHash', 'credentialId', 'publicKey', 'counter', 'wrapped', 'danger', 'caseLevel', 'categories', 'isAboutAdult', 'isAboutMentoring', 'child', 'toldBy', 'weight', 'forenames', 'surname', 'uln', 'sentAs', 'reason', 'endReason', 'certificateNumber', 'isAgreed', 'isChanged', 'aboutId', 'ending', 'personId_safeguarding', 'scale',
] as const

// Nothing here is logged deeper than two levels.
const paths = blanked.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

export const log = pino({
  level: settings().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths, censor: '[kept out of the log]' },
  serializers: { err: (error: Error) => ({ type: error.name, stack: error.stack?.split('\n').slice(1, 8).map((line) => line.trim()), sqlState: (error as { code?: string }).code }) },
})
