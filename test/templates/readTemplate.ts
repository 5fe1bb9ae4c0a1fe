import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Content, Copy, Paper, Template } from '../../print-server/protocol.js'

const folder = fileURLToPath(new URL('../../templates/', import.meta.url))

export const kinds = ['sales-order', 'dispatch-note', 'delivery-note', 'packing-list', 'test-page']

/** A shipped template as the API would pin it, on one of the papers of papers.json. */
export function readTemplate(kind: string, paperName: string): Template {
  const files: Record<string, string> = {}
  for (const name of ['template.hbs', 'style.css', 'document.json']) files[name] = read(`${kind}/${name}`)
  for (const name of readdirSync(`${folder}partials`)) files[`partials/${name}`] = read(`partials/${name}`)
  return { kind, version: 1, sha256: '0'.repeat(64), paper: readPaper(paperName), files }
}

export function readPaper(name: string): Paper {
  const papers: Paper[] = JSON.parse(read('papers.json'))
  const paper = papers.find((paper) => paper.name === name)
  if (!paper) throw new Error(`papers.json has no ${name}`)
  return paper
}

/** What the template's sample.json says, with changes laid over it. */
export function readSample(kind: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const sample: Record<string, unknown> = JSON.parse(read(`${kind}/sample.json`))
  return { ...sample, ...changes }
}

/** The copies that document.json proposes, labelled as the API labels them. */
export function readCopies(kind: string): Copy[] {
  const { copies }: { copies: Omit<Copy, 'id' | 'label'>[] } = JSON.parse(read(`${kind}/document.json`))
  return copies.map((copy, index) => ({ ...copy, id: index + 1, label: labelOf(copy) }))
}

export function contentOf(kind: string, paper: string, changes: Record<string, unknown> = {}): Content {
  return { template: readTemplate(kind, paper), data: readSample(kind, changes), copies: readCopies(kind) }
}

function labelOf({ copyNo, name, color }: Omit<Copy, 'id' | 'label'>): string {
  return `第${'零一二三四五六七八九'[copyNo]}联 ${name} ${color}`
}

function read(file: string): string {
  return readFileSync(`${folder}${file}`, 'utf8')
}
