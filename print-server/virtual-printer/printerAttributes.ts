import type { EncodableAttributes } from '../ipp/encode.js'
import { DOCUMENT_TIMEOUT_S, type PrintQueue } from './printQueue.js'

export const FORMATS = ['application/pdf']

/** Any form from a label to a wide ledger sheet, in 1/100 mm. */
const SMALLEST = 1_000
const LARGEST = 60_000
const MEDIA = ['iso_a4_210x297mm', 'iso_a5_148x210mm']

export const OPERATIONS = [
  'Print-Job',
  'Validate-Job',
  'Create-Job',
  'Send-Document',
  'Cancel-Job',
  'Get-Job-Attributes',
  'Get-Jobs',
  'Get-Printer-Attributes',
  'Close-Job',
] as const

export interface Identity {
  uri: string
  uuid: string
  startedAt: number
}

export function printerAttributesOf(identity: Identity, queue: PrintQueue): EncodableAttributes {
  const range = [SMALLEST, LARGEST]
  return {
    'printer-uri-supported': [identity.uri],
    'uri-security-supported': ['none'],
    'uri-authentication-supported': ['none'],
    'printer-name': 'Slipway virtual printer',
    'printer-info': 'Files what it prints as PDF',
    'printer-location': '',
    'printer-more-info': new URL('/', identity.uri.replace(/^ipp/, 'http')).href,
    'printer-make-and-model': 'Slipway virtual printer',
    'printer-uuid': identity.uuid,
    'printer-state': queue.state === 'stopped' ? 'stopped' : queue.isPrinting ? 'processing' : 'idle',
    'printer-state-reasons': queue.reasons.length > 0 ? queue.reasons : ['none'],
    'printer-is-accepting-jobs': true,
    'printer-up-time': Math.max(1, Math.round((Date.now() - identity.startedAt) / 1000)),
    'queued-job-count': queue.waiting.length,
    'ipp-versions-supported': ['1.1', '2.0'],
    'operations-supported': [...OPERATIONS],
    'charset-configured': 'utf-8',
    'charset-supported': ['utf-8'],
    'natural-language-configured': 'en',
    'generated-natural-language-supported': ['en'],
    'document-format-default': 'application/pdf',
    'document-format-supported': FORMATS,
    'compression-supported': ['none'],
    'pdl-override-supported': 'attempted',
    'color-supported': true,
    'multiple-document-jobs-supported': false,
    'multiple-operation-time-out': DOCUMENT_TIMEOUT_S,
    'which-jobs-supported': ['completed', 'not-completed', 'all'],
    'job-creation-attributes-supported': ['media', 'media-col', 'sides', 'print-scaling'],
    'media-default': 'iso_a4_210x297mm',
    'media-supported': MEDIA,
    'media-col-default': { 'media-size': { 'x-dimension': 21_000, 'y-dimension': 29_700 } },
    'media-col-supported': ['media-size'],
    'media-size-supported': [{ 'x-dimension': range, 'y-dimension': range }],
    'media-ready': MEDIA,
    'printer-resolution-supported': [[300, 300, 'dpi']],
    'printer-input-tray': ['type=continuousRoll;maxcapacity=2000;level=1400;status=0;name=Tray;'],
    'marker-names': ['Ribbon'],
    'marker-types': ['ribbon-wax'],
    'marker-colors': ['#000000'],
    'marker-levels': [82],
    'sides-default': 'one-sided',
    'sides-supported': ['one-sided'],
    'print-scaling-supported': ['none'],
  }
}
