import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../say.mjs'

/** Makes the data folder and proves that files can be written in it. @param {string} folder */
export function ensureDataFolder(folder) {
  const probe = path.join(folder, `.write-probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal({
      zh: `数据目录 ${folder} 无法写入（${why}）；请修改它的权限，或用 DATA_DIR 指定别的目录。`,
      en: `The data folder ${folder} cannot be written (${why}); change its permissions or name another folder in DATA_DIR.`,
    })
  }
}
