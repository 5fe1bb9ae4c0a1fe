import { composePass } from '../../print-server/render/composePass.js'
import { launchBrowser, type RunningBrowser } from '../../print-server/render/launchBrowser.js'
import type { Content } from '../../print-server/protocol.js'
import { measured, type Speed } from './measured.js'

const drawing = { preferCSSPageSize: true, printBackground: true, tagged: false, outline: false } as const

/** Chromium as any program would use it: HTML that is made already becomes PDF on a page that is used again, and nothing else. */
export interface BareChromium {
  /** One document after the other, in two browsers side by side. */
  singles(contents: readonly Content[]): Promise<Speed>
  /** Fifty documents in one HTML, in one browser. */
  fifties(contents: readonly Content[]): Promise<Speed>
  close(): Promise<void>
}

export async function openBareChromium(): Promise<BareChromium> {
  const browsers = [await launchBrowser(), await launchBrowser()]
  for (const browser of browsers) await draw(browser, '<p>warm</p>')

  const drawAll = (html: string[], documents: number, by: RunningBrowser[]) =>
    measured(async () => {
      let next = 0
      const work = async (browser: RunningBrowser) => {
        for (let text = html[next++]; text !== undefined; text = html[next++]) await draw(browser, text)
      }
      await Promise.all(by.map(work))
      return documents
    })

  return {
    singles: (contents) =>
      drawAll(
        contents.map((content) => htmlOf([content])),
        contents.length,
        browsers,
      ),
    fifties(contents) {
      const html: string[] = []
      for (let at = 0; at < contents.length; at += 50) html.push(htmlOf(contents.slice(at, at + 50)))
      return drawAll(html, contents.length, browsers.slice(0, 1))
    },
    async close() {
      await Promise.all(browsers.map((browser) => browser.kill()))
    },
  }
}

async function draw({ page }: RunningBrowser, html: string): Promise<void> {
  await page.setContent(html, { waitUntil: 'load' })
  await page.pdf(drawing)
}

function htmlOf(contents: readonly Content[]): string {
  const pass = composePass(contents)
  if (!pass) throw new Error('These documents cannot be drawn in one pass.')
  return pass.html
}
