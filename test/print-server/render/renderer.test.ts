import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Content } from '../../../print-server/protocol.js'
import { createRenderer, type Renderer } from '../../../print-server/render/renderer.js'
import { pageTexts } from '../../support/pdf.js'
import { contentOf } from '../../templates/readTemplate.js'
import { browserPids, environmentOf } from './browserProcesses.js'

const renderers: Renderer[] = []

function open(options: Parameters<typeof createRenderer>[0]): Renderer {
  const renderer = createRenderer(options)
  renderers.push(renderer)
  return renderer
}

function small(source = '<p>{{word}}</p>', data: Record<string, unknown> = { word: '纸' }): Content {
  const { template, copies } = contentOf('delivery-note', 'a4')
  const files = { 'template.hbs': source, 'style.css': '' }
  return { template: { ...template, files }, data, copies: copies.slice(0, 1) }
}

function manyLines(count: number): Content {
  const content = contentOf('delivery-note', 'a4')
  const lines = Array.from({ length: count }, (_, i) => ({ lineNo: i + 1, name: '球阀', quantity: '1' }))
  return { ...content, data: { ...content.data, lines } }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await wait(20)
}

afterEach(async () => {
  await Promise.all(renderers.splice(0).map((renderer) => renderer.close()))
})

describe('a renderer', () => {
  it('starts nothing before the first document, and leaves no process and no folder behind', async () => {
    const renderer = open({ size: 2 })
    expect(browserPids()).toEqual([])
    await renderer.render(small())
    expect(browserPids()).toHaveLength(1)
    await renderer.close()
    expect(browserPids()).toEqual([])
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith(`slipway-browser-${process.pid}-`)),
    ).toEqual([])
  })

  it('starts all its browsers when warmed, and tells them none of our secrets', async () => {
    process.env.PRINT_SERVER_TOKEN = 'a-secret'
    const renderer = open({ size: 2 })
    await renderer.warm()
    expect(browserPids()).toHaveLength(2)
    const names = browserPids().flatMap((pid) => environmentOf(pid).map((entry) => entry.split('=')[0]))
    expect(names).not.toContain('PRINT_SERVER_TOKEN')
    delete process.env.PRINT_SERVER_TOKEN
  })

  it('gives the same bytes for the same content, in another browser and at another time', async () => {
    const first = await open({ size: 1 }).render(contentOf('delivery-note', 'form-241-half'))
    await wait(1_100)
    const second = await open({ size: 1 }).render(contentOf('delivery-note', 'form-241-half'))
    expect(second.pdf.equals(first.pdf)).toBe(true)
    expect(first.pdf.toString('latin1')).not.toMatch(/\/(CreationDate|ModDate|ID)\b/)
  })

  it('draws many documents at once, each as if it were alone', async () => {
    const renderer = open({ size: 2 })
    const words = Array.from({ length: 12 }, (_, i) => `第${i}件`)
    const pdfs = await Promise.all(words.map((word) => renderer.render(small(undefined, { word }))))
    expect(await Promise.all(pdfs.map(async ({ pdf }) => (await pageTexts(pdf))[0]?.trim()))).toEqual(words)
  })

  it('draws one unlabelled sheet where there are no copies', async () => {
    const { pages, sheets } = await open({ size: 1 }).render({ ...small(), copies: [] })
    expect({ pages, sheets }).toEqual({ pages: 1, sheets: [] })
  })

  it('refuses what does not fit into its line, and gives up a place in the line on request', async () => {
    const renderer = open({ size: 1, maxWaiting: 1 })
    const giveUp = new AbortController()
    const drawn = renderer.render(small())
    const waiting = renderer.render(small(), giveUp.signal)
    await expect(renderer.render(small())).rejects.toMatchObject({ code: 'unavailable' })
    giveUp.abort(new Error('canceled'))
    await expect(waiting).rejects.toThrow('canceled')
    await expect(drawn).resolves.toMatchObject({ pages: 1 })
  })

  it('stops at once when told to, and draws the next document', async () => {
    const renderer = open({ size: 1 })
    const stop = new AbortController()
    const drawing = renderer.render(manyLines(1_500), stop.signal)
    await until(() => browserPids().length > 0)
    stop.abort(new Error('canceled'))
    await expect(drawing).rejects.toThrow('canceled')
    await expect(renderer.render(small())).resolves.toMatchObject({ pages: 1 })
  })

  it('breaks off when closed, and refuses everything afterwards', async () => {
    const renderer = open({ size: 1 })
    const drawing = renderer.render(manyLines(1_500))
    const refused = expect(drawing).rejects.toMatchObject({
      code: 'unavailable',
      detail: 'The renderer is closed',
    })
    await until(() => browserPids().length > 0)
    await renderer.close()
    await refused
    expect(browserPids()).toEqual([])
    await expect(renderer.render(small())).rejects.toMatchObject({ code: 'unavailable' })
    expect(renderer.ready()).toBe(false)
  })
})

describe('a browser that fails', () => {
  it('is replaced when it was killed between two documents', async () => {
    const renderer = open({ size: 1 })
    await renderer.render(small())
    const [killed = 0] = browserPids()
    process.kill(killed, 'SIGKILL')
    await expect(renderer.render(small())).resolves.toMatchObject({ pages: 1 })
    expect(browserPids()).not.toContain(killed)
  })

  it('is replaced when it is killed in the middle of a document, which is drawn all the same', async () => {
    const renderer = open({ size: 1 })
    await renderer.warm()
    const drawing = renderer.render(manyLines(1_500))
    await wait(150)
    for (const pid of browserPids()) process.kill(pid, 'SIGKILL')
    const { pages, sheets } = await drawing
    expect(pages).toBe(sheets.at(-1)?.to)
  })

  it('is replaced when it freezes', async () => {
    const renderer = open({ size: 1, timeoutMs: 3_000 })
    await renderer.warm()
    const [frozen = 0] = browserPids()
    process.kill(frozen, 'SIGSTOP')
    await expect(renderer.render(small())).resolves.toMatchObject({ pages: 1 })
    expect(browserPids()).not.toContain(frozen)
  })

  it('makes the renderer unready when none can be started, until one can', async () => {
    const before = process.env.PUPPETEER_EXECUTABLE_PATH
    const renderer = open({ size: 1 })
    expect(renderer.ready()).toBe(true)
    process.env.PUPPETEER_EXECUTABLE_PATH = '/nowhere/chromium'
    await expect(renderer.render(small())).rejects.toMatchObject({ code: 'unavailable' })
    process.env.PUPPETEER_EXECUTABLE_PATH = '/bin/true'
    await expect(renderer.render(small())).rejects.toMatchObject({ code: 'unavailable' })
    expect(renderer.ready()).toBe(false)
    if (before === undefined) delete process.env.PUPPETEER_EXECUTABLE_PATH
    else process.env.PUPPETEER_EXECUTABLE_PATH = before
    await expect(renderer.render(small())).resolves.toMatchObject({ pages: 1 })
    expect(renderer.ready()).toBe(true)
  })

  it('says that it took too long when it does so twice', async () => {
    const renderer = open({ size: 1, timeoutMs: 200 })
    await renderer.warm()
    await expect(renderer.render(manyLines(4_000))).rejects.toMatchObject({ code: 'render-timeout' })
  })
})

describe('a print server killed with SIGKILL', () => {
  const file = fileURLToPath(new URL('../../../print-server/render/renderer.ts', import.meta.url))
  const script = `const { createRenderer } = await import(${JSON.stringify(file)})
    await createRenderer({ size: 1 }).warm(); console.log('warm'); setInterval(() => {}, 1000)`

  it('takes its browsers with it, and the next one removes their folders', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    await once(child.stdout, 'data')
    const { pid = 0 } = child
    expect(browserPids(pid)).toHaveLength(1)
    child.kill('SIGKILL')
    await until(() => browserPids(pid).length === 0)
    await open({ size: 1 }).render(small())
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`slipway-browser-${pid}-`))).toEqual([])
  })
})
