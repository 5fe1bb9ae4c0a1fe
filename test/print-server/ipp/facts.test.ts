import { describe, expect, it } from '@jest/globals'
import { decideRecovery } from '../../../print-server/ipp/decideRecovery.js'
import { jobName } from '../../../print-server/ipp/jobName.js'
import { jobTemplate } from '../../../print-server/ipp/jobTemplate.js'
import { printerAddress } from '../../../print-server/ipp/printerAddress.js'
import type { Credentials } from '../../../print-server/protocol.js'
import type { PrinterDescription } from '../../../print-server/ipp/printerDescription.js'
import type { PrinterJob } from '../../../print-server/ipp/printerJob.js'

const form = { name: '241-2', widthMm: 241, heightMm: 139.7 }
const a4 = { name: 'A4', widthMm: 210, heightMm: 297 }
const printer: PrinterDescription = {
  state: 'idle',
  reasons: [],
  accepting: true,
  uuid: null,
  upTime: null,
  info: null,
  formats: [],
  takesJobsInTwoSteps: true,
  canPrint: true,
  media: ['iso_a4_210x297mm', 'na_letter_8.5x11in'],
  mediaColMembers: ['media-size'],
  sides: ['one-sided', 'two-sided-long-edge'],
  scalings: ['auto', 'none'],
  trays: [],
  raster: { resolutions: [], types: [], color: false },
}

describe('a job template', () => {
  it('asks for the exact form, one-sided and unscaled', () => {
    expect(jobTemplate(form, printer, null)).toEqual({
      'media-col': { 'media-size': { 'x-dimension': 24_100, 'y-dimension': 13_970 } },
      sides: 'one-sided',
      'print-scaling': 'none',
    })
  })

  it('asks by name where the printer lists the size and takes no other way', () => {
    expect(jobTemplate(a4, { ...printer, mediaColMembers: [], sides: [], scalings: [] }, null)).toEqual({
      media: 'iso_a4_210x297mm',
    })
    const letter = { name: 'Letter', widthMm: 215.9, heightMm: 279.4 }
    expect(jobTemplate(letter, { ...printer, mediaColMembers: [] }, null)).toMatchObject({
      media: 'na_letter_8.5x11in',
    })
  })

  it('never leaves the size out', () => {
    expect(jobTemplate(form, { ...printer, mediaColMembers: [] }, null)).toHaveProperty('media-col')
  })

  it('names the tray beside the size, also where the printer lists the size by name', () => {
    const { 'media-col': media } = jobTemplate(a4, { ...printer, mediaColMembers: [] }, 'tray-2')
    expect(media).toEqual({
      'media-size': { 'x-dimension': 21_000, 'y-dimension': 29_700 },
      'media-source': 'tray-2',
    })
  })

  it('leaves the number of copies to the pages of the document', () => {
    expect(jobTemplate(a4, printer, null)).not.toHaveProperty('copies')
  })
})

describe('a job name', () => {
  it('carries the token behind the title', () => {
    expect(jobName('送货单 SH20261123-0001', '1f9c2a7b')).toBe('送货单 SH20261123-0001 [1f9c2a7b]')
  })

  it('loses letters of a long title, never half of one and never the token', () => {
    const name = jobName('单'.repeat(200), '1f9c2a7b')
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^单+ \[1f9c2a7b\]$/u)
  })
})

describe('a printer address', () => {
  const read = (uri: string, credentials?: Credentials) =>
    printerAddress({ id: 1, name: 'P', uri, credentials })

  it('knows the port of IPP and keeps path and case', () => {
    expect(read('ipp://Printer.local/ipp/Print')).toEqual({
      uri: 'ipp://printer.local/ipp/Print',
      destination: { host: 'printer.local', port: 631, secure: false, path: '/ipp/Print' },
    })
    expect(read('ipps://[::1]:8631/ipp/print')?.destination).toMatchObject({
      host: '::1',
      port: 8631,
      secure: true,
    })
    expect(read('http://127.0.0.1/printers/p')?.destination.port).toBe(80)
  })

  it('takes a pin as it is printed by tools', () => {
    expect(read('ipps://p/', { tlsPin: 'AB:CD:01' })?.destination.pinSha256).toBe('abcd01')
  })

  it('never repeats credentials from the URI', () => {
    expect(JSON.stringify(read('ipp://user:secret@p/ipp'))).not.toContain('secret')
  })

  it.each(['', 'printer', 'file:///etc/passwd', 'ftp://p/', 'ipp://'])('refuses "%s"', (uri) => {
    expect(read(uri)).toBeNull()
  })
})

describe('recovery', () => {
  const job = (facts: Partial<PrinterJob>): PrinterJob => ({
    id: 7,
    name: 'x [1f9c2a7b]',
    uuid: null,
    state: 'pending',
    reasons: [],
    impressions: null,
    kOctets: null,
    ...facts,
  })
  const empty = job({ state: 'held', reasons: ['job-data-insufficient'] })

  it.each([
    ['prepared', null, 'resend'],
    ['prepared', empty, 'cancel'],
    ['created', null, 'resend'],
    ['created', empty, 'cancel'],
    ['created', job({ state: 'pending' }), 'cancel'],
    ['created', job({ state: 'canceled' }), 'resend'],
    ['created', job({ state: 'aborted' }), 'resend'],
    ['created', job({ state: 'canceled', impressions: 1 }), 'uncertain'],
    ['created', job({ state: 'completed' }), 'uncertain'],
    ['created', job({ state: 'completed', impressions: 2 }), 'printed'],
    ['sending', null, 'uncertain'],
    ['sending', empty, 'cancel'],
    ['sending', job({ state: 'held', reasons: ['job-incoming'] }), 'cancel'],
    ['sending', job({ state: 'held', reasons: ['job-hold-until-specified'] }), 'adopt'],
    ['sending', job({ state: 'pending' }), 'adopt'],
    ['sending', job({ state: 'processing' }), 'adopt'],
    ['sending', job({ state: 'processing-stopped' }), 'adopt'],
    ['sending', job({ state: 'completed' }), 'printed'],
    ['sending', job({ state: 'canceled', impressions: 0 }), 'canceled'],
    ['sending', job({ state: 'aborted', impressions: 0 }), 'resend'],
    ['sending', job({ state: 'aborted', impressions: 1 }), 'uncertain'],
    ['sending', job({ state: 'aborted', impressions: null }), 'uncertain'],
  ] as const)('of a %s attempt whose job is %j: %s', (state, found, act) => {
    expect(decideRecovery(state, found).act).toBe(act)
  })
})
