import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Content, Copy, Paper, Template } from '../../print-server/protocol.js'

type ProposedCopy = Omit<Copy, 'id' | 'label' | 'code'>

const folder = fileURLToPath(new URL('../../templates/', import.meta.url))

export const kinds = ['sales-order', 'dispatch-note', 'delivery-note', 'packing-list', 'test-page']

/** Every folder that holds a template. */
export const allKinds = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'partials')
  .map(({ name }) => name)

/** A shipped template as the API would pin it, on one of the papers of papers.json. */
export function readTemplate(kind: string, paperName: string): Template {
  const files: Record<string, string> = {}
  for (const name of readdirSync(`${folder}${kind}`))
    if (name !== 'sample.json') files[name] = read(`${kind}/${name}`)
  for (const name of readdirSync(`${folder}partials`)) files[`partials/${name}`] = read(`partials/${name}`)
  return { kind, version: 1, sha256: '0'.repeat(64), paper: readPaper(paperName), files }
}

export function readPaper(name: string): Paper {
  const papers: unknown = JSON.parse(read('papers.json'))
  const paper = Array.isArray(papers)
    ? papers.filter(isPaper).find((paper) => paper.name === name)
    : undefined
  if (!paper) throw new Error(`papers.json has no ${name}`)
  return paper
}

/** What document.json says. */
export function readDocument(kind: string): Record<string, unknown> {
  return record(`${kind}/document.json`)
}

/** What the template's sample.json says, with changes laid over it. */
export function readSample(kind: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...record(`${kind}/sample.json`), ...changes }
}

/** The copies that document.json proposes, labelled as the API labels them. */
export function readCopies(kind: string): Copy[] {
  const { copies } = readDocument(kind)
  if (!Array.isArray(copies) || !copies.every(isProposedCopy)) throw new Error(`${kind} proposes no copies`)
  return copies.map((copy, index) => ({ ...copy, id: index + 1, label: labelOf(copy), code: codeOf(copy) }))
}

/** A document of the shipped kind with its sample data: what a print server gets for a job. */
export function contentOf(kind: string, paper: string, changes: Record<string, unknown> = {}): Content {
  return { template: readTemplate(kind, paper), data: readSample(kind, changes), copies: readCopies(kind) }
}

function codeOf({ copyNo }: ProposedCopy): string {
  return `DOC.SH20261123-0007.1.${copyNo}.3F8A9B2C`
}

function labelOf({ copyNo, name, color }: ProposedCopy): string {
  return `第${'零一二三四五六七八九'[copyNo]}联 ${name} ${color}`
}

function record(file: string): Record<string, unknown> {
  const value: unknown = JSON.parse(read(file))
  if (!isRecord(value)) throw new Error(`${file} holds no object`)
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isPaper(value: unknown): value is Paper {
  return isRecord(value) && typeof value.name === 'string' && typeof value.widthMm === 'number'
}

function isProposedCopy(value: unknown): value is ProposedCopy {
  return isRecord(value) && typeof value.copyNo === 'number' && typeof value.showsPrice === 'boolean'
}

function read(file: string): string {
  return readFileSync(`${folder}${file}`, 'utf8')
}
