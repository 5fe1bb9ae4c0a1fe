import { Refusal, say, step } from '../say.mjs'
import { canInstallByApt, installByApt } from './apt.mjs'
import { findTool } from './tool.mjs'

const candidates = [
  '/usr/lib/chromium/chromium-headless-shell',
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The browser that renders the papers: the one that PUPPETEER_EXECUTABLE_PATH names, one that is installed,
 * or, as root on Debian, one that is installed now.
 * @returns {Promise<string | undefined>} undefined when there is none: papers then wait until there is one
 */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (canInstallByApt()) {
    await step(
      { zh: '安装 Chromium（用于排版单据）', en: 'installing Chromium (it renders the papers)' },
      installChromium,
    )
    const installed = findChromium()
    if (installed) return installed
  }
  say(missingChromium)
  return undefined
}

export const missingChromium = {
  zh: '没有找到 Chromium，单据将排队等待；请安装 chromium 或 Google Chrome，或用 PUPPETEER_EXECUTABLE_PATH 指明位置，然后重新启动。',
  en: 'No Chromium was found, so papers will wait in the queue: install chromium or Google Chrome, or name one in PUPPETEER_EXECUTABLE_PATH, and start again.',
}

function findChromium() {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH
  if (!named) return candidates.map(findTool).find(Boolean)
  const file = findTool(named)
  if (file) return file
  throw new Refusal({
    zh: `PUPPETEER_EXECUTABLE_PATH 指向的“${named}”不是可执行文件；请改正，或去掉这个变量由程序自己查找。`,
    en: `PUPPETEER_EXECUTABLE_PATH names "${named}", which cannot be run; correct it, or unset it so that a browser is looked for.`,
  })
}

async function installChromium() {
  const shell = await installByApt(['chromium-headless-shell'])
  if (shell.code !== 0) await installByApt(['chromium'])
}
