import { resolve } from 'node:path'
import { z } from 'zod'
import { SetUpProblem } from './errors.ts'

const Switch = z.enum(['0', '1']).transform((value) => value === '1')

const Settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('localhost'),
  BASE_URL: z.url().optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url().optional(),
  MASTER_KEY: z.string().optional(),
  MASTER_KEY_PREVIOUS: z.string().optional(),
  PEPPER: z.string().optional(),
  BELAY_DEMO: Switch.optional(),
  TRUST_PROXY: Switch.default(false),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  OIDC_ISSUERS: z.string().optional(),
  SMTP_URL: z.url().optional(),
  CLAMD: z.string().regex(/^(tcp:\/\/[^/]+|unix:\/\/\/.+)$/, 'say tcp://host:3310 or unix:///run/clamav/clamd.ctl').optional(),
  WEBHOOK_HOSTS: z.string().optional(),
  ROOTS_DIR: z.string().optional(),
  ROOTS_MAIL: z.email().optional(),
  MAIL_FROM: z.string().default('Belay <belay@localhost>'),
  EVIDENCE_MB_EACH: z.coerce.number().int().min(1).default(200),
  EVIDENCE_GB_SETTING: z.coerce.number().int().min(1).default(20),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** The environment, read once and checked. An empty variable counts as not set. */
function readSettings(environment: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { data, error } = Settings.safeParse(given)
  if (error) throw new SetUpProblem(error.issues.map((issue) => `${issue.path.join('.')} is not right: ${issue.message}.`).join(' '))
  const secure = Boolean(data.TLS_CERT && data.TLS_KEY)
  return {
    ...data,
    dataDir: resolve(data.DATA_DIR),
    isEmbedded: data.DATABASE_URL === undefined,
    mayBeDemo: data.DATABASE_URL === undefined && data.BELAY_DEMO !== false,
    baseUrl: data.BASE_URL ?? `${secure ? 'https' : 'http'}://${data.HOST === '0.0.0.0' ? 'localhost' : data.HOST}:${data.PORT}`,
  }
}

export type Settings = ReturnType<typeof readSettings>

let read: Settings | undefined

/** The settings of this process. */
export const settings = (): Settings => (read ??= readSettings(process.env))
