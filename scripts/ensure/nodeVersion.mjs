import { Refusal } from '../say.mjs'

const least = { major: 20, minor: 19 }

/**
 * Refuses to go on under a Node.js that the programs do not run on.
 * @param {string} [version] like 20.19.0
 */
export function ensureNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > least.major || (major === least.major && minor >= least.minor)) return
  throw new Refusal({
    zh: `Slipway 需要 Node.js ${least.major}.${least.minor} 或更新版本，当前是 ${version}；请从 https://nodejs.org 安装新版后重试。`,
    en: `Slipway needs Node.js ${least.major}.${least.minor} or newer and this is ${version}; install a newer one from https://nodejs.org and try again.`,
  })
}
