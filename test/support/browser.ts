import puppeteer, { type Browser } from 'puppeteer'
import { findBrowser, isHeadlessShell } from '../../print-server/render/browser.js'

/** A headless browser with a person's powers: scripts run, and it reaches the servers of the test. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser()
  if (!executablePath) throw new Error('No browser was found; install chromium-headless-shell.')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch({
    executablePath,
    headless: isHeadlessShell(executablePath) ? 'shell' : true,
    args: [...sandbox, '--disable-dev-shm-usage', '--lang=zh-CN'],
  })
}
