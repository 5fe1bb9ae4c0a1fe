import { existsSync } from 'node:fs'
import { Refusal, step } from '../say.mjs'
import { runNpm } from './npm.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'
import { lastLines } from './tool.mjs'

const stampFile = '.cache/console.stamp'

/** Builds the console unless admin/dist was built from these very sources. */
export async function ensureConsoleBundle() {
  const hash = hashOf(['admin', 'package-lock.json'])
  if (existsSync('admin/dist/index.html') && readStamp(stampFile) === hash) return
  await step({ zh: '构建控制台', en: 'building the console' }, buildConsole)
  writeStamp(stampFile, hash)
}

async function buildConsole() {
  const result = await runNpm(['run', 'build', '-w', 'admin'])
  if (result.code === 0) return
  throw new Refusal(
    { zh: '控制台构建失败，原因见上。', en: 'The console could not be built; the reason stands above.' },
    lastLines(result.output, 30),
  )
}
