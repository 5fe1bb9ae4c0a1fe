import type { Content } from '../protocol.js'
import type { HtmlWorker } from './htmlWorker.js'
import type { Press } from './press.js'
import type { Rendering } from './rendering.js'
import { splitPass } from './splitPass.js'

type UsePress = <T>(work: (press: Press) => Promise<T>) => Promise<T>

/** Sheets in one pass of a browser: some tenths of a second, so that nobody waits long behind it. */
const mostSheets = 50

/**
 * Draws documents several times quicker than one after the other. Answers null for each that has to be drawn alone:
 * it does not fit one page a copy, its template wants a page of its own, or something in its pass went wrong.
 */
export async function renderPasses(
  contents: readonly Content[],
  worker: HtmlWorker,
  usePress: UsePress,
  stop: AbortSignal,
): Promise<(Rendering | null)[]> {
  const renderings = new Map<Content, Rendering | null>()
  for (const pass of passesOf(contents)) {
    const drawn = await drawOrHalve(pass, (part) => renderPass(part, worker, usePress, stop), stop)
    for (const [at, content] of pass.entries()) renderings.set(content, drawn[at] ?? null)
  }
  return contents.map((content) => renderings.get(content) ?? null)
}

/** A pass that fails is drawn in halves, down to the document that breaks it, so that only that one is left out. */
async function drawOrHalve(
  pass: Content[],
  draw: (pass: Content[]) => Promise<(Rendering | null)[]>,
  stop: AbortSignal,
): Promise<(Rendering | null)[]> {
  try {
    return await draw(pass)
  } catch {
    stop.throwIfAborted()
    const half = Math.ceil(pass.length / 2)
    if (half === pass.length) return [null]
    const halves = [pass.slice(0, half), pass.slice(half)]
    const drawn = []
    for (const part of halves) drawn.push(...(await drawOrHalve(part, draw, stop)))
    return drawn
  }
}

/** The browser is held while it draws only: meanwhile another pass is filled in, or cut up. */
async function renderPass(
  pass: Content[],
  worker: HtmlWorker,
  usePress: UsePress,
  stop: AbortSignal,
): Promise<(Rendering | null)[]> {
  const composed = await worker.composePass(pass, stop)
  if (!composed) return pass.map(() => null)
  const [pdf] = await usePress((press) => press.print([composed.html], stop))
  return pdf ? splitPass(pdf, pass, composed.sheets) : pass.map(() => null)
}

/** Documents of the same template on the same paper, as many as go into one pass. */
function passesOf(contents: readonly Content[]): Content[][] {
  const open = new Map<string, { contents: Content[]; sheets: number }>()
  const passes: Content[][] = []
  for (const content of contents) {
    const key = `${content.template.sha256} ${JSON.stringify(content.template.paper)}`
    const sheets = Math.max(1, content.copies.length)
    let pass = open.get(key)
    if (!pass || pass.sheets + sheets > mostSheets) {
      pass = { contents: [], sheets: 0 }
      open.set(key, pass)
      passes.push(pass.contents)
    }
    pass.contents.push(content)
    pass.sheets += sheets
  }
  return passes
}
