import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument } from 'pdf-lib'

const run = promisify(execFile)
const mmPerPoint = 25.4 / 72

/** Width and height of every page in mm, to a hundredth. Their number is the number of pages. */
export async function pageSizes(pdf: Uint8Array): Promise<{ widthMm: number; heightMm: number }[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.getPages().map((page) => {
    const { width, height } = page.getSize()
    return { widthMm: hundredths(width * mmPerPoint), heightMm: hundredths(height * mmPerPoint) }
  })
}

/** The text of every page as it stands there, columns apart, lines in order. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const text = await poppler('pdftotext', ['-layout', '-enc', 'UTF-8'], pdf, ['-'])
  return text.split('\f').slice(0, -1)
}

/** Every word of all pages with the upper left corner of its box, in mm from that of the page. */
export async function wordBoxes(pdf: Uint8Array): Promise<{ word: string; x: number; y: number }[]> {
  const text = await poppler('pdftotext', ['-bbox', '-enc', 'UTF-8'], pdf, ['-'])
  const words = text.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)"[^>]*>([^<]*)</g)
  return [...words].map(([, x, y, word = '']) => ({
    word,
    x: Number(x) * mmPerPoint,
    y: Number(y) * mmPerPoint,
  }))
}

/** Every word that is not wholly on its page, whatever hides it there. */
export async function wordsOutside(pdf: Uint8Array): Promise<string[]> {
  const boxes = await poppler('pdftotext', ['-bbox', '-enc', 'UTF-8'], pdf, ['-'])
  return boxes.split('<page ').flatMap((page) => {
    const [width = 0, height = 0] = numbersOf(page, /^width="([^"]*)" height="([^"]*)"/)
    return [...page.matchAll(/<word [^>]*>([^<]*)</g)].flatMap(([word, text = '']) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = numbersOf(
        word,
        /xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)"/,
      )
      return left < 0 || top < 0 || right > width || bottom > height ? [text] : []
    })
  })
}

const numbersOf = (text: string, pattern: RegExp): number[] => (pattern.exec(text) ?? []).slice(1).map(Number)

/** Name, type (`CID TrueType`, `Type 3` …) and whether it is embedded, of every font in the file. */
export async function fontsOf(pdf: Uint8Array): Promise<{ name: string; type: string; embedded: boolean }[]> {
  const table = await poppler('pdffonts', [], pdf)
  return table
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((row) => ({
      name: row.slice(0, 36).trim(),
      type: row.slice(37, 54).trim(),
      embedded: row.slice(72, 75) === 'yes',
    }))
}

async function poppler(
  tool: string,
  options: string[],
  pdf: Uint8Array,
  after: string[] = [],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-pdf-'))
  try {
    const file = join(folder, 'a.pdf')
    await writeFile(file, pdf)
    const { stdout } = await run(tool, [...options, file, ...after], { maxBuffer: 64 * 1024 * 1024 })
    return stdout
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
