import { runTool } from '../ensure/tool.mjs'
import { refusalOf } from './refusalOf.mjs'

/**
 * Runs one of the project's TypeScript commands to its end.
 * @param {string} file like api/commands/migrate.ts
 * @param {Record<string, string | undefined>} env
 */
export async function runCommand(file, env) {
  const result = await runTool(process.execPath, ['--import', 'tsx', file], { env })
  if (result.code === 0) return result
  throw refusalOf(result.output, {
    zh: `${file} 失败，原因见上。`,
    en: `${file} failed; the reason stands above.`,
  })
}
