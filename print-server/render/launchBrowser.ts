import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'puppeteer'
import { ensureFonts } from '../../scripts/fonts.mjs'
import { findBrowser, isHeadlessShell } from './browser.js'
import { makeProfileFolder, removeProfileFolder } from './profileFolder.js'
import { RenderError } from './renderError.js'

const fontFolder = fileURLToPath(new URL('../../.cache/fonts', import.meta.url))

const startMs = 20_000

// A dead proxy and a dead resolver: request interception alone lets prefetch and WebSocket through.
const noNetwork = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
]
const quiet = [
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--no-first-run',
  '--mute-audio',
  '--disable-breakpad',
]
// Glyph outlines as designed: hinting would fit them to a screen that is not there.
const drawing = ['--font-render-hinting=none', '--force-color-profile=srgb']

export interface RunningBrowser {
  page: Page
  isAlive(): boolean
  /** Ends the whole process group at once and removes its profile. A stuck browser does not answer a polite request. */
  kill(): Promise<void>
}

/**
 * One browser process with one page: no JavaScript, no network, our fonts.
 * @throws RenderError 'unavailable' when there is no browser or it does not start
 */
export async function launchBrowser(): Promise<RunningBrowser> {
  const executable = await findBrowser()
  if (!executable)
    throw new RenderError('unavailable', 'No Chromium was found; PUPPETEER_EXECUTABLE_PATH can name one')
  const profile = await makeProfileFolder()
  try {
    const { default: puppeteer } = await import('puppeteer')
    const browser = await puppeteer.launch({
      executablePath: executable,
      headless: isHeadlessShell(executable) ? 'shell' : true,
      args: [...noNetwork, ...quiet, ...drawing, ...sandbox()],
      // By pipe the browser ends when we do, however we end, and no debugging port is open.
      pipe: true,
      userDataDir: profile,
      // Only what it needs: our own environment holds secrets.
      env: {
        PATH: process.env.PATH,
        HOME: profile,
        LANG: 'C.UTF-8',
        FONTCONFIG_FILE: await ensureFonts(fontFolder),
      },
      timeout: startMs,
      // Only a backstop, behind the last deadline that a document can have.
      protocolTimeout: 600_000,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    return {
      page: await openPage(browser),
      isAlive: () => browser.connected,
      kill: () => kill(browser, profile),
    }
  } catch (error) {
    await removeProfileFolder(profile)
    throw new RenderError(
      'unavailable',
      `${executable} did not start: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

// Chromium's sandbox refuses to run as root; everywhere else it stays on.
function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setOfflineMode(true)
  return page
}

async function kill(browser: Browser, profile: string): Promise<void> {
  const child = browser.process()
  if (child?.pid && child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    try {
      // Puppeteer starts the browser as leader of its own group.
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      child.kill('SIGKILL')
    }
    await gone
  }
  await browser.disconnect().catch(() => undefined)
  await removeProfileFolder(profile)
}
