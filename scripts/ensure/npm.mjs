import { Refusal } from '../say.mjs'
import { findTool, runTool } from './tool.mjs'

/**
 * Runs npm: the one that started this script, else the one on the PATH.
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export function runNpm(args, env = process.env) {
  if (process.env.npm_execpath?.endsWith('npm-cli.js'))
    return runTool(process.execPath, [process.env.npm_execpath, ...args], { env })
  const npm = findTool('npm')
  if (npm) return runTool(npm, args, { env })
  throw new Refusal({
    zh: '找不到 npm；它随 Node.js 一起提供，请从 https://nodejs.org 安装后重试。',
    en: 'npm is missing; it comes with Node.js, so install that from https://nodejs.org and try again.',
  })
}
