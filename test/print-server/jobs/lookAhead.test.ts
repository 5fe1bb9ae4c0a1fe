import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { declared } from '../../../api/engine/shapes.js'
import { LookAhead } from '../../../print-server/jobs/lookAhead.js'
import type { ClaimedJob, Content } from '../../../print-server/protocol.js'
import type { Rendering } from '../../../print-server/render/rendering.js'

const jobOf = (id: number) => declared<ClaimedJob>({ id, pdf: null, part: null, batch: { id: 1, place: id } })
const pdfOf = (id: number) => Buffer.from(`pdf ${id}`)
const idOf = ({ data }: Content) => Number(data.id)

/** A gate that is open unless it is shut. */
function gate() {
  let open: () => void = () => undefined
  let closed: Promise<void> | null = null
  return {
    shut: () => void (closed = new Promise((resolve) => (open = resolve))),
    open: () => open(),
    pass: async () => closed,
  }
}

/** The papers 1 … `count` of a batch, drawn by nobody and archived nowhere. */
function house(count: number) {
  const [drawing, archiving] = [gate(), gate()]
  const drawn: number[][] = []
  const all = Array.from({ length: count }, (_, at) => at + 1)
  const archived = new Set<number>()
  const ahead = new LookAhead({
    fence: 1,
    stop: new AbortController().signal,
    api: {
      async ahead(_jobId, { held, most }) {
        const fresh = all.filter((id) => !archived.has(id) && !held.includes(id)).slice(0, most)
        return fresh.map((id) => ({ id, content: declared<Content>({ data: { id } }) }))
      },
      async putPdfs(_jobId, _fence, pdfs) {
        await archiving.pass()
        for (const { jobId } of pdfs) archived.add(jobId)
        return new Map(
          pdfs.map(({ jobId, pdf }) => [jobId, createHash('sha256').update(pdf).digest('hex')] as const),
        )
      },
    },
    renderer: {
      async renderMany(contents) {
        drawn.push(contents.map(idOf))
        await drawing.pass()
        return contents.map((content) => declared<Rendering>({ pdf: pdfOf(idOf(content)) }))
      },
    },
  })
  return { ahead, drawn, drawing, archiving }
}

describe('what is drawn ahead', () => {
  it('is in two passes at a time, none of its papers twice', async () => {
    const { ahead, drawn, drawing } = house(30)
    drawing.shut()
    const first = ahead.pdf(jobOf(1))
    await sleep(20)
    expect(drawn.map(({ length }) => length)).toEqual([4, 16])
    drawing.open()
    expect(await first).toEqual(pdfOf(1))
    for (let id = 2; id <= 30; id += 1) expect(await ahead.pdf(jobOf(id))).toEqual(pdfOf(id))
    expect(drawn.flat()).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
  })

  it('is waited for until it is archived', async () => {
    const { ahead, archiving } = house(4)
    archiving.shut()
    const first = ahead.pdf(jobOf(1))
    await sleep(20)
    const second = ahead.pdf(jobOf(2))
    await sleep(20)
    archiving.open()
    expect([await first, await second]).toEqual([pdfOf(1), pdfOf(2)])
  })
})
