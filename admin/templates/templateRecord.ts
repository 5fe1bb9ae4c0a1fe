import type { Row } from '../schema/row'
import { isObject } from '../schema/valueAt'

export type Files = Record<string, string>

export interface Paper {
  name: string
  widthMm: number
  heightMm: number
}

/** The papers are edited as a file among the others. */
export const PAPERS = 'papers.json'

const isPaper = (value: unknown): value is Paper => isObject(value) && typeof value.name === 'string'

/** A record out of a list comes without its files; the whole one follows it. */
export const isWhole = (record: Row | undefined): record is Row => isObject(record?.files)

/** The files of an edition or a draft, the papers as one of them. */
export function filesOf(record: Row): Files {
  const files = isObject(record.files) ? record.files : {}
  return {
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, String(text)])),
    [PAPERS]: `${JSON.stringify(record.papers, null, 2)}\n`,
  }
}

/** The papers that the text lists; none where it is no JSON. */
export function papersOf(files: Files): Paper[] {
  const papers = parsed(files[PAPERS])
  return Array.isArray(papers) ? papers.filter(isPaper) : []
}

/** Numbers and names of the copies that document.json proposes. */
export function copiesOf(files: Files): { copyNo: number; name: string }[] {
  const about = parsed(files['document.json'])
  const copies = isObject(about) && Array.isArray(about.copies) ? about.copies : []
  return copies.filter(isObject).map(({ copyNo, name }) => ({ copyNo: Number(copyNo), name: String(name) }))
}

/** As the API takes them; papers that are no JSON are sent as their text, which it refuses with a sentence. */
export function toSave(files: Files): { files: Files; papers: unknown } {
  const { [PAPERS]: papers, ...rest } = files
  return { files: rest, papers: parsed(papers) ?? papers }
}

/** The document's own files first, then the shared ones. */
export const ordered = (files: Files): string[] => {
  const own = ['template.hbs', 'style.css', 'document.json', PAPERS].filter((name) => name in files)
  return [
    ...own,
    ...Object.keys(files)
      .filter((name) => !own.includes(name))
      .sort(),
  ]
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
