import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { patternFault, type BackupPlan } from './domain/backup/backupPlan.js'

/** A fault of the environment, in one sentence that says how to mend it. */
export class ConfigError extends Error {}

const port = (name: string, fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535,
      `${name} must be a port number from 0 to 65535.`,
    )
    .transform(Number)

const environment = z.object({
  PORT: port('PORT', 8080),
  HOST: z.string().min(1).optional(),
  TRUST_PROXY: z.string().optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|(mysql|mariadb):\/\/.+\/.+)$/,
      'DATABASE_URL must look like sqlite:/path/file or mysql://user:password@host:3306/name.',
    )
    .optional(),
  DEMO: z.enum(['0', '1'], { error: () => 'DEMO must be 0 or 1.' }).default('0'),
  SECRET_KEY: z.string().min(32, 'SECRET_KEY must have at least 32 characters.').optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_AT: z
    .string()
    .default('30 2 * * *')
    .superRefine((pattern, context) => {
      const fault = patternFault(pattern)
      if (fault !== null)
        context.addIssue({
          code: 'custom',
          message: `BACKUP_AT must be a cron pattern such as 30 2 * * * (every night at 2:30 in Shanghai): ${fault}.`,
        })
    }),
  BACKUP_KEEP: z
    .string()
    .default('14')
    .refine(
      (text) => /^[1-9]\d{0,3}$/.test(text),
      'BACKUP_KEEP must be the number of backups to keep, at least 1.',
    )
    .transform(Number),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: () => 'LOG_LEVEL must be fatal, error, warn, info, debug or silent.',
    })
    .default('info'),
})

export interface Config {
  port: number
  host: string
  trustProxy: string | null
  dataDir: string
  databaseUrl: string
  demo: boolean
  secretKey: string
  /** Backups on a schedule; null when no folder is set for them. */
  backup: BackupPlan | null
  logLevel: string
}

/** Reads and checks the environment, and makes the data folder. Throws a `ConfigError` that lists every fault. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message).join(' '))
  const { PORT, HOST, TRUST_PROXY, DATA_DIR, DATABASE_URL, DEMO, SECRET_KEY, LOG_LEVEL } = parsed.data
  const { BACKUP_DIR, BACKUP_AT, BACKUP_KEEP } = parsed.data
  const dataDir = path.resolve(DATA_DIR)
  requireWritable('data', 'DATA_DIR', dataDir)
  const backupDir = BACKUP_DIR === undefined ? null : path.resolve(BACKUP_DIR)
  if (backupDir !== null) requireWritable('backup', 'BACKUP_DIR', backupDir)
  return {
    port: PORT,
    host: HOST ?? (DEMO === '1' ? '127.0.0.1' : '0.0.0.0'),
    trustProxy: TRUST_PROXY ?? null,
    dataDir,
    databaseUrl: DATABASE_URL ?? `sqlite:${path.join(dataDir, 'slipway.sqlite')}`,
    demo: DEMO === '1',
    secretKey: SECRET_KEY ?? keptSecret(dataDir),
    backup: backupDir === null ? null : { dir: backupDir, at: BACKUP_AT, keep: BACKUP_KEEP },
    logLevel: LOG_LEVEL,
  }
}

function requireWritable(what: string, variable: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new ConfigError(
      `The ${what} folder ${folder} cannot be written; give it to this user or set ${variable} to another one.`,
    )
  }
}

/** On one machine the key is made once and kept beside the data; replicas must be given the same SECRET_KEY. */
function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret-key')
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
