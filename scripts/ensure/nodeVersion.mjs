// @ts-check
import { Refusal } from '../say.mjs'

const least = [20, 19]

/**
 * Refuses to go on under a Node.js that the programs do not run on.
 * @param {string} [version] like 20.19.0
 */
export function ensureNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > least[0] || (major === least[0] && minor >= least[1])) return
  throw new Refusal({
    zh: `Slipway 需要 Node.js ${least.join('.')} 或更新版本，当前是 ${version}；请从 https://nodejs.org 安装新版后重试。`,
    en: `Slipway needs Node.js ${least.join('.')} or newer and this is ${version}; install a newer one from https://nodejs.org and try again.`,
  })
}
