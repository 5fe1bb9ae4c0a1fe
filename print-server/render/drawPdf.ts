import type { HTTPRequest, Page } from 'puppeteer'
import { RenderError } from './renderError.js'

const pixelsPerMm = 96 / 25.4

/**
 * One HTML page as PDF, its size taken from the CSS.
 * The caller limits the time, since puppeteer's own limits do not see a frozen browser.
 * @throws RenderError 'template' when the page asked for anything from outside (nothing ever gets out), 'too-large' when
 *   an element that has `data-must-fit` is smaller than what it holds: nothing is cut in silence
 */
export async function drawPdf(page: Page, html: string): Promise<Uint8Array> {
  const wanted: string[] = []
  const note = (request: HTTPRequest) => {
    if (!request.url().startsWith('data:')) wanted.push(request.url())
  }
  page.on('request', note)
  try {
    // Never a networkidle event: on a page that is used again it fires once and then never more.
    await page.setContent(html, { waitUntil: 'load', timeout: 0 })
    // Looking makes the browser lay out the page once more, and hardly any template asks for it.
    if (html.includes('data-must-fit')) await refuseOverfull(page)
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: false,
      outline: false,
      timeout: 0,
    })
    if (page.url() !== 'about:blank') wanted.push(page.url())
    if (wanted[0])
      throw new RenderError(
        'template',
        `The document asks for ${wanted[0].slice(0, 200)}; only data: is possible`,
      )
    return pdf
  } finally {
    page.off('request', note)
  }
}

/** By how much, in CSS pixels, and what the attribute calls it. The page's own scripts stay off; this is ours. */
const findOverfull = `(() => {
  for (const one of document.querySelectorAll('[data-must-fit]')) {
    const over = Math.max(one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth)
    if (over > 1) return [over, one.getAttribute('data-must-fit')]
  }
  return null
})()`

async function refuseOverfull(page: Page): Promise<void> {
  const found: unknown = await page.evaluate(findOverfull)
  if (!Array.isArray(found)) return
  const mm = Math.ceil(Number(found[0]) / pixelsPerMm)
  const name = String(found[1]).slice(0, 60)
  throw new RenderError(
    'too-large',
    `${name} does not fit its paper, by ${mm} mm. Shorten long texts such as addresses and remarks, or choose a larger paper`,
    { zh: `${name}超出纸张 ${mm} 毫米，放不下。请缩短地址、备注等过长的文字，或换大一些的纸` },
  )
}
