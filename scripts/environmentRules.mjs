import { isIP } from 'node:net'
import path from 'node:path'

/** @typedef {import('./say.mjs').Text2} Text2 */

// One rule for each variable: takes its text (undefined when absent), adds to the faults, returns the value.

const shortestSecret = 32

/** @param {string} name @param {string | undefined} text @param {number} fallback @param {Text2[]} faults */
export function readPort(name, text, fallback, faults) {
  if (text === undefined) return fallback
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= 1 && value <= 65_535) return value
  faults.push({
    zh: `${name} 的值是“${text}”，应为 1 到 65535 之间的整数，例如 ${name}=${fallback}。`,
    en: `${name} is "${text}" but must be a whole number from 1 to 65535, for example ${name}=${fallback}.`,
  })
  return fallback
}

/** @param {string | undefined} text @param {Text2[]} faults */
export function readDemo(text, faults) {
  if (text !== undefined && text !== '0' && text !== '1')
    faults.push({
      zh: `DEMO 的值是“${text}”，应为 1（演示数据与演示账号）或 0（正式使用）。`,
      en: `DEMO is "${text}" but must be 1 (demo data and sign-ins) or 0 (real use).`,
    })
  return text !== '0'
}

/** @param {string | undefined} text @param {boolean} demo @param {Text2[]} faults */
export function readHost(text, demo, faults) {
  const fallback = demo ? '127.0.0.1' : '0.0.0.0'
  if (text === undefined) return fallback
  if (isIP(text) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text
  faults.push({
    zh: `HOST 的值是“${text}”，应为要监听的 IP 地址或主机名，例如 HOST=0.0.0.0，不带 http:// 和端口。`,
    en: `HOST is "${text}" but must be the address or host name to listen on, for example HOST=0.0.0.0, without http:// and port.`,
  })
  return fallback
}

/** @param {string | undefined} text @param {Text2[]} faults */
export function readTrustProxy(text, faults) {
  if (text === undefined) return undefined
  /** @param {string} part */
  const isNetwork = (part) => isIP(part.replace(/\/\d{1,3}$/, '')) > 0
  /** @param {string} part */
  const isKnown = (part) => ['loopback', 'linklocal', 'uniquelocal'].includes(part) || isNetwork(part)
  const isHops = /^\d$/.test(text)
  if (!isHops && !text.split(',').every((part) => isKnown(part.trim())))
    faults.push({
      zh: `TRUST_PROXY 的值是“${text}”，应为前面代理的层数（例如 1），或代理地址的列表（例如 loopback,10.0.0.0/8）。`,
      en: `TRUST_PROXY is "${text}" but must be the number of proxies in front (for example 1) or a list of their addresses (for example loopback,10.0.0.0/8).`,
    })
  return text
}

/** @param {string | undefined} text @param {string} dataDir @param {string} folder @param {Text2[]} faults */
export function readDatabaseUrl(text, dataDir, folder, faults) {
  if (text === undefined) return `sqlite:${path.join(dataDir, 'slipway.sqlite')}`
  if (text.startsWith('sqlite:')) {
    const file = text.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '')
    if (file !== '' && !file.startsWith(':')) return `sqlite:${path.resolve(folder, file)}`
    faults.push({
      zh: `DATABASE_URL 的值是“${text}”，sqlite: 后面应为文件路径，例如 sqlite:./data/slipway.sqlite（各程序是独立进程，不能用内存数据库）。`,
      en: `DATABASE_URL is "${text}" but needs the path of a file after sqlite:, for example sqlite:./data/slipway.sqlite (the programs are separate processes, so a database in memory cannot serve them).`,
    })
    return text
  }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^(mysql|mariadb):$/.test(url.protocol) || url.hostname === '' || url.pathname.length < 2)
    // The value may hold a password, so it is not repeated.
    faults.push({
      zh: 'DATABASE_URL 应为 sqlite: 加文件路径，或 mysql://用户:密码@主机:3306/库名（密码中的特殊字符用 % 编码）。',
      en: 'DATABASE_URL must be sqlite: and the path of a file, or mysql://user:password@host:3306/name (special characters of the password percent-encoded).',
    })
  return text
}

/** @param {string | undefined} text @param {Text2[]} faults */
export function readSecretKey(text, faults) {
  if (text !== undefined && text.length < shortestSecret)
    faults.push({
      zh: `SECRET_KEY 只有 ${text.length} 个字符，至少要 ${shortestSecret} 个；可用 openssl rand -hex 32 生成。`,
      en: `SECRET_KEY has ${text.length} characters but needs at least ${shortestSecret}; make one with openssl rand -hex 32.`,
    })
  return text
}

/** @param {string | undefined} text @param {Text2[]} faults */
export function readToken(text, faults) {
  if (text !== undefined && !/^[\x21-\x7e]+$/.test(text))
    faults.push({
      zh: 'PRINT_SERVER_TOKEN 含有空格或非 ASCII 字符，应原样填写控制台给出的接口密钥。',
      en: 'PRINT_SERVER_TOKEN holds a space or a character outside ASCII; give the API key exactly as the console showed it.',
    })
  return text
}

/** @param {string | undefined} text @param {string} fallback @param {Text2[]} faults */
export function readApiUrl(text, fallback, faults) {
  if (text === undefined) return fallback
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    faults.push({
      zh: `API_URL 的值是“${text}”，应为 API 的网址，例如 ${fallback}。`,
      en: `API_URL is "${text}" but must be the address of the API, for example ${fallback}.`,
    })
  return text.replace(/\/+$/, '')
}
