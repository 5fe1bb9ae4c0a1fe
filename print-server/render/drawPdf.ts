import type { HTTPRequest, Page } from 'puppeteer'
import { RenderError } from './renderError.js'

/**
 * One HTML page as PDF, its size taken from the CSS.
 * The caller limits the time, since puppeteer's own limits do not see a frozen browser.
 * @throws RenderError 'template' when the page asked for anything from outside (nothing ever gets out)
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
