import path from 'node:path'
import {
  readApiUrl,
  readDatabaseUrl,
  readDemo,
  readHost,
  readPort,
  readSecretKey,
  readToken,
  readTrustProxy,
} from './environmentRules.mjs'

/** @typedef {import('./say.mjs').Text2} Text2 */
/**
 * @typedef {object} Environment
 * @property {number} port
 * @property {string} host
 * @property {string | undefined} trustProxy
 * @property {string} databaseUrl `sqlite:` with an absolute path, or `mysql://…`
 * @property {string} dataDir absolute
 * @property {boolean} demo
 * @property {string | undefined} secretKey
 * @property {string} apiUrl without a slash at the end
 * @property {string | undefined} printServerToken
 * @property {number} printServerPort
 * @property {number} virtualPrinterPort
 */

/**
 * Reads the variables of design part 6 as `npm start` uses them. An empty variable counts as absent.
 * @param {Record<string, string | undefined>} env
 * @param {string} [folder] what relative paths start from
 * @returns {{ environment: Environment, faults: Text2[] }} `environment` is only meant for use when there are no faults
 */
export function readEnvironment(env, folder = process.cwd()) {
  /** @type {Text2[]} */
  const faults = []
  /** @param {string} name */
  const given = (name) => env[name]?.trim() || undefined

  /** @param {string} name @param {number} fallback */
  const port = (name, fallback) => readPort(name, given(name), fallback, faults)

  const demo = readDemo(given('DEMO'), faults)
  const host = readHost(given('HOST'), demo, faults)
  const dataDir = path.resolve(folder, given('DATA_DIR') ?? 'data')
  const environment = {
    port: port('PORT', 8080),
    host,
    trustProxy: readTrustProxy(given('TRUST_PROXY'), faults),
    databaseUrl: readDatabaseUrl(given('DATABASE_URL'), dataDir, folder, faults),
    dataDir,
    demo,
    secretKey: readSecretKey(given('SECRET_KEY'), faults),
    apiUrl: '',
    printServerToken: readToken(given('PRINT_SERVER_TOKEN'), faults),
    printServerPort: port('PRINT_SERVER_PORT', 8081),
    virtualPrinterPort: port('VIRTUAL_PRINTER_PORT', 8631),
  }
  environment.apiUrl = readApiUrl(given('API_URL'), localUrl(host, environment.port), faults)
  refuseSharedPorts(environment, faults)
  return { environment, faults }
}

/**
 * The variables to hand to the programs: what was read, made explicit, over what was there.
 * @param {Environment} environment @param {Record<string, string | undefined>} env
 */
export function programEnvironment(environment, env) {
  return {
    ...env,
    PORT: String(environment.port),
    HOST: environment.host,
    DATABASE_URL: environment.databaseUrl,
    DATA_DIR: environment.dataDir,
    DEMO: environment.demo ? '1' : '0',
    API_URL: environment.apiUrl,
    PRINT_SERVER_PORT: String(environment.printServerPort),
    VIRTUAL_PRINTER_PORT: String(environment.virtualPrinterPort),
  }
}

/** Where a program that listens on `host` is reached from this machine. @param {string} host @param {number} port */
export function localUrl(host, port) {
  const everywhere = host === '0.0.0.0' || host === '::'
  const address = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${address}:${port}`
}

/** @param {Environment} environment @param {Text2[]} faults */
function refuseSharedPorts(environment, faults) {
  const ports = Object.entries({
    PORT: environment.port,
    PRINT_SERVER_PORT: environment.printServerPort,
    VIRTUAL_PRINTER_PORT: environment.virtualPrinterPort,
  })
  for (const [index, [name, port]] of ports.entries()) {
    const [twin] = ports.slice(0, index).find(([, other]) => other === port) ?? []
    if (twin)
      faults.push({
        zh: `${twin} 和 ${name} 都是 ${port}，每个程序要有自己的端口，请改其中一个。`,
        en: `${twin} and ${name} are both ${port}; every program needs a port of its own, so change one of them.`,
      })
  }
}
