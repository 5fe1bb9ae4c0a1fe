/** A variable of the environment as the console may show it. */
export interface ShownVariable {
  name: string
  /** The value that holds; null when there is none. A secret is never here. */
  value: string | null
  /** Given by the environment; otherwise the default holds. */
  isSet: boolean
  /** Holds a secret, so that only whether it is set is told. */
  isSecret: boolean
}

interface Facts {
  host: string
  port: number
  trustProxy: string | null
  dataDir: string
  databaseUrl: string
  demo: boolean
  backup: { dir: string; at: string; keep: number } | null
  logLevel: string
}

/** What the environment has set for the API, without secrets. */
export function shownEnvironment(config: Facts, env: NodeJS.ProcessEnv = process.env): ShownVariable[] {
  const shown = (name: string, value: string | number | null): ShownVariable => ({
    name,
    value: value === null ? null : String(value),
    isSet: Boolean(env[name]),
    isSecret: false,
  })
  return [
    shown('DATABASE_URL', withoutPassword(config.databaseUrl)),
    shown('DATA_DIR', config.dataDir),
    { name: 'SECRET_KEY', value: null, isSet: Boolean(env.SECRET_KEY), isSecret: true },
    shown('HOST', config.host),
    shown('PORT', config.port),
    shown('TRUST_PROXY', config.trustProxy),
    shown('DEMO', config.demo ? '1' : '0'),
    shown('BACKUP_DIR', config.backup?.dir ?? null),
    shown('BACKUP_AT', config.backup?.at ?? null),
    shown('BACKUP_KEEP', config.backup?.keep ?? null),
    shown('LOG_LEVEL', config.logLevel),
  ]
}

/** Where the database is and as whom, never the password. */
function withoutPassword(url: string): string {
  if (url.startsWith('sqlite:') || !URL.canParse(url)) return url.startsWith('sqlite:') ? url : ''
  const parsed = new URL(url)
  if (parsed.password !== '') parsed.password = '***'
  return parsed.toString()
}
