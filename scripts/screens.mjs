// @ts-check
import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import puppeteer from 'puppeteer'
import { ensureChromium } from './ensure/chromium.mjs'
import { ensureFonts } from './fonts.mjs'

/** npm run screens: takes the pictures of the README from a running demo (npm start). SCREENS_URL names another address. */

const origin = process.env.SCREENS_URL ?? 'http://127.0.0.1:8080'
const folder = path.resolve('docs/screens')
const desk = { width: 1280, height: 760 }
const phone = { width: 360, height: 740, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

/**
 * One picture: who looks at which page, on which device, in which language and light. `open` names a resource whose
 * newest record that matches is shown; there is no picture where there is none.
 * @typedef {{ file: string, user: string, page?: string, open?: [resource: string, filter: object], view?: import('puppeteer').Viewport, english?: boolean, dark?: boolean }} Picture
 */

/** @type {Picture[]} */
const pictures = [
  { file: 'dashboard', user: 'supervisor', page: '' },
  { file: 'order', user: 'clerk', open: ['orders', { status: 'confirmed' }] },
  { file: 'print-queue', user: 'warehouse', page: 'print-jobs' },
  { file: 'print-batch', user: 'warehouse', open: ['print-batches', {}] },
  { file: 'printer', user: 'warehouse', open: ['printers', { paper: 'form-241-half' }] },
  { file: 'orders-english-dark', user: 'clerk', page: 'orders', english: true, dark: true },
  { file: 'phone', user: 'warehouse', page: 'shipments', view: phone },
]

const executablePath = await ensureChromium()
if (!executablePath) process.exit(1)
const browser = await puppeteer.launch({
  executablePath,
  headless: executablePath.includes('headless-shell') ? 'shell' : true,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', '--lang=zh-CN'],
  env: { ...process.env, FONTCONFIG_FILE: await ensureFonts('.cache/fonts') },
})
await mkdir(folder, { recursive: true })
for (const picture of pictures) await take(picture)
await takeSheet('delivery-note')
await browser.close()

/** @param {Picture} picture */
async function take({ file, user, page: route, open, view = desk, english, dark }) {
  const { context, page } = await signIn(user, view)
  await page.evaluate(`
    localStorage.setItem('RaStoreSlipway.locale', '"${english ? 'en' : 'zh'}"')
    localStorage.setItem('RaStoreSlipway.theme', '"${dark ? 'dark' : 'light'}"')
  `)
  const id = open && (await newestOf(page, ...open))
  if (open && !id) return context.close()
  const shown = open ? `${open[0]}/${id}/show` : route
  await page.goto(`${origin}/#/${shown}`)
  await page.reload({ waitUntil: 'load' })
  await page.waitForSelector('main')
  // Live pages are never idle on the network, their event stream stays open: what loads has loaded by then.
  await new Promise((resolve) => setTimeout(resolve, 4000))
  // A preview is drawn by the print server, which may take a while.
  await page.waitForFunction(`!document.querySelector('main [role="progressbar"]')`, { timeout: 60_000 })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await save(page, file)
  await context.close()
}

/** @param {string} user @param {import('puppeteer').Viewport} view */
async function signIn(user, view) {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport(view)
  await page.goto(origin)
  await page.locator('input[name="username"]').fill(user)
  await page.locator('input[name="password"]').fill('slipway-demo')
  await page.keyboard.press('Enter')
  await page.waitForSelector('header')
  return { context, page }
}

/** @param {import('puppeteer').Page} page @param {string} file */
async function save(page, file) {
  /** @type {`${string}.webp`} */
  const target = `${path.join(folder, file)}.webp`
  await page.screenshot({ path: target, type: 'webp', quality: 80 })
  process.stdout.write(`${path.relative('.', target)}\n`)
}

/**
 * The first sheet of the newest paper of a kind, from the archived PDF; needs `pdftoppm` (poppler-utils).
 * @param {string} kind
 */
async function takeSheet(kind) {
  const { context, page } = await signIn('warehouse', desk)
  const id = await newestOf(page, 'documents', { kind, status: 'issued' })
  const read = `fetch('/api/documents/${id}/pdf').then((answer) => answer.arrayBuffer())
    .then((bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')))`
  const input = id ? Buffer.from(String(await page.evaluate(read)), 'base64') : Buffer.alloc(0)
  const options = ['-png', '-singlefile', '-r', '110', '-']
  const { stdout } = spawnSync('pdftoppm', options, { input, maxBuffer: 64 * 1024 * 1024 })
  if (stdout?.length > 0) {
    const picture = await context.newPage()
    const [width, height] = [stdout.readUInt32BE(16), stdout.readUInt32BE(20)]
    await picture.setViewport({ width, height })
    await picture.setContent(
      `<body style="margin:0"><img style="display:block" src="data:image/png;base64,${stdout.toString('base64')}">`,
    )
    await save(picture, 'sheet')
  }
  await context.close()
}

/**
 * The id in words; empty where no record matches.
 * @param {import('puppeteer').Page} page
 * @param {string} resource
 * @param {object} filter
 */
async function newestOf(page, resource, filter) {
  const query = `filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,0]&sort=["id","DESC"]`
  const rows = `fetch('/api/${resource}?${query}').then((answer) => answer.json())`
  return String(await page.evaluate(`${rows}.then(([row]) => row?.id ?? '')`))
}
