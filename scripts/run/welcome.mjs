import path from 'node:path'
import { localUrl } from '../environment.mjs'
import { consoleDevUrl, virtualPrinterUrl } from './programs.mjs'

const demoUsers = 'admin clerk sales confirmer finance warehouse service supervisor auditor'
const demoPassword = 'slipway-demo'

/**
 * What the person needs to know once all is up.
 * @param {import('../environment.mjs').Environment} environment @param {string} took @param {boolean} isDev
 */
export function welcome(environment, took, isDev) {
  const consoleUrl = isDev ? consoleDevUrl : localUrl(environment.host, environment.port)
  const relative = path.relative(process.cwd(), environment.dataDir)
  const data = relative.startsWith('..') ? environment.dataDir : relative
  const signIn = environment.demo
    ? [
        `  账号 Sign in    ${demoUsers}`,
        `  密码 Password   ${demoPassword}`,
        `  纸张 Paper      ${virtualPrinterUrl(environment)}`,
      ]
    : ['  首个账号 First sign-in   npm run admin:create -- --username <name>']
  return [
    '',
    `  Slipway 已启动 is up (${took})`,
    '',
    `  地址 Address    ${consoleUrl}`,
    ...signIn,
    ...(isDev ? [] : [`  日志 Logs       ${path.join(data, 'logs')}`]),
    '',
    '  按 Ctrl-C 停止 stops everything',
    '',
  ].join('\n')
}
