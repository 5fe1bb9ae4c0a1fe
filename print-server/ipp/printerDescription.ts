import { IppError } from './ippError.js'
import { flag, integer, integers, resolutions, text, texts, uuid, type Attributes } from './message.js'
import type { RasterFacts } from '../raster/rasterTarget.js'
import { tables } from './tables.js'

export type PrinterState = 'idle' | 'processing' | 'stopped'

export interface PrinterDescription {
  state: PrinterState
  /** IPP keywords without their severity; informational ones (`…-report`) and `none` are left out. */
  reasons: string[]
  accepting: boolean
  uuid: string | null
  /** Seconds since the printer started: smaller than before means that it forgot its jobs. */
  upTime: number | null
  info: string | null
  formats: string[]
  /** With Create-Job and Send-Document a job has a number before its document leaves us, which makes it recoverable. */
  takesJobsInTwoSteps: boolean
  canPrint: boolean
  media: string[]
  mediaColMembers: string[]
  sides: string[]
  scalings: string[]
  /** Trays by their `media-source` keyword. */
  trays: string[]
  raster: RasterFacts
}

export const describedAttributes = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'printer-uuid',
  'printer-up-time',
  'printer-make-and-model',
  'document-format-supported',
  'operations-supported',
  'media-supported',
  'media-col-supported',
  'sides-supported',
  'print-scaling-supported',
  'media-source-supported',
  'pwg-raster-document-resolution-supported',
  'pwg-raster-document-type-supported',
  'color-supported',
]

/** What a poll needs to see. */
export const stateAttributes = describedAttributes.slice(0, 5)

const MOST_REASONS = 20
const LONGEST_REASON = 60
const MOST_INFO = 120

const states: Record<number, PrinterState> = { 3: 'idle', 4: 'processing', 5: 'stopped' }

/** Reads the printer group of a Get-Printer-Attributes reply; attributes that were not asked for are empty. */
export function readPrinterDescription(attributes: Attributes): PrinterDescription {
  const state = states[integer(attributes, 'printer-state') ?? 0]
  if (!state) throw new IppError('protocol', 'the answer names no printer state')
  const operations = integers(attributes, 'operations-supported')
  const offers = (operation: string) => operations.includes(tables.operations[operation] ?? -1)
  return {
    state,
    reasons: readReasons(texts(attributes, 'printer-state-reasons')),
    accepting: flag(attributes, 'printer-is-accepting-jobs') ?? true,
    uuid: uuid(attributes, 'printer-uuid'),
    upTime: integer(attributes, 'printer-up-time'),
    info: text(attributes, 'printer-make-and-model')?.slice(0, MOST_INFO) ?? null,
    formats: texts(attributes, 'document-format-supported'),
    takesJobsInTwoSteps: offers('Create-Job') && offers('Send-Document'),
    canPrint:
      operations.length === 0 || offers('Print-Job') || (offers('Create-Job') && offers('Send-Document')),
    media: texts(attributes, 'media-supported'),
    mediaColMembers: texts(attributes, 'media-col-supported'),
    sides: texts(attributes, 'sides-supported'),
    scalings: texts(attributes, 'print-scaling-supported'),
    trays: texts(attributes, 'media-source-supported'),
    raster: {
      resolutions: resolutions(attributes, 'pwg-raster-document-resolution-supported'),
      types: texts(attributes, 'pwg-raster-document-type-supported'),
      color: flag(attributes, 'color-supported') ?? false,
    },
  }
}

/** Bounded, because a device may send anything and the record keeps it. */
export function readReasons(keywords: string[]): string[] {
  const shown = keywords.filter((keyword) => keyword !== 'none' && !keyword.endsWith('-report'))
  const plain = shown.map((keyword) =>
    keyword
      .replace(/-(warning|error)$/, '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, LONGEST_REASON),
  )
  return [...new Set(plain)]
    .filter((word) => word !== '')
    .sort()
    .slice(0, MOST_REASONS)
}
