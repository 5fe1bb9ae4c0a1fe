import { lastLines, runTool } from '../ensure/tool.mjs'
import { Refusal } from '../say.mjs'

/**
 * Runs one of the project's TypeScript commands to its end.
 * @param {string} file like api/commands/migrate.ts
 * @param {Record<string, string | undefined>} env
 */
export async function runCommand(file, env) {
  const result = await runTool(process.execPath, ['--import', 'tsx', file], { env })
  if (result.code === 0) return result
  const said = lastLines(result.output)
  // A command that knows what is wrong says it in one sentence; anything longer is shown as it came.
  if (said !== '' && !said.includes('\n')) throw new Refusal({ zh: said, en: said })
  throw new Refusal({ zh: `${file} 失败，原因见上。`, en: `${file} failed; the reason stands above.` }, said)
}
