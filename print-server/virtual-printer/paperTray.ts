import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A printed PDF in the folder. */
export interface Paper {
  file: string
  bytes: number
  printedAt: Date
}

const fileName = /^\d{4}-\d\d-\d\d-(\d+)-[^/\\]*\.pdf$/
const MAX_NAME_BYTES = 150

/** Makes the folder; answers the highest job number that was ever filed in it, so that numbers go on after a restart. */
export async function openTray(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true })
  const numbers = (await readdir(folder)).map((name) => Number(fileName.exec(name)?.[1] ?? 0))
  return numbers.reduce((highest, number) => Math.max(highest, number), 0)
}

/** Files what was printed as `<date>-<job id>-<job name>.pdf`. The file appears whole or not at all. */
export async function filePaper(
  folder: string,
  job: { id: number; name: string },
  pdf: Buffer,
): Promise<string> {
  const file = `${chinaDay(new Date())}-${job.id}-${safeName(job.name)}.pdf`
  const unfinished = path.join(folder, `.${file}.part`)
  try {
    await writeFile(unfinished, pdf)
    await rename(unfinished, path.join(folder, file))
  } finally {
    await rm(unfinished, { force: true })
  }
  return file
}

/** The newest papers first, at most `limit`. */
export async function listPapers(folder: string, limit: number): Promise<Paper[]> {
  const numbered = (await readdir(folder))
    .map((file) => ({ file, id: Number(fileName.exec(file)?.[1] ?? 0) }))
    .filter(({ id }) => id > 0)
    .sort((a, b) => b.id - a.id)
    .slice(0, limit)
  const papers = await Promise.all(
    numbered.map(async ({ file }) => {
      const facts = await stat(path.join(folder, file)).catch(() => null)
      return facts && { file, bytes: facts.size, printedAt: facts.mtime }
    }),
  )
  return papers.filter((paper) => paper !== null)
}

/** The path of a listed paper, or null for any other name: nothing outside the folder can be asked for. */
export function paperPath(folder: string, file: string): string | null {
  return fileName.test(file) ? path.join(folder, file) : null
}

/** Letters and digits of all scripts stay, the rest becomes dashes. */
export function safeName(name: string): string {
  let safe = ''
  for (const letter of name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')) {
    if (Buffer.byteLength(safe + letter) > MAX_NAME_BYTES) break
    safe += letter
  }
  return safe.replace(/^-+|-+$/g, '') || 'untitled'
}

function chinaDay(time: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(time)
}
