/**
 * The print-server protocol as it goes over the wire: ARCHITECTURE.md, contract 2.
 * Lengths are millimetres, times ISO 8601 with Z, PDF hashes lower-case SHA-256 in hex.
 */

/** The size of one sheet. `margin` is a CSS margin; without it the template decides. */
export interface Paper {
  name: string
  widthMm: number
  heightMm: number
  margin?: string
}

/** Where the newest try to put a job on paper stands. Every state was stored before the next byte went to the printer. */
export type AttemptState = 'prepared' | 'created' | 'sending' | 'accepted'

/** One try to put a job on paper. `token` is 8 hex digits and stands in the IPP job-name, so that the job is found again. */
export interface Attempt {
  n: number
  token: string
  state: AttemptState
  ippJobId: number | null
  ippJobUuid: string | null
  printerUuid: string | null
  printerUpTime: number | null
}

export type JobStatus = 'queued' | 'rendering' | 'sending' | 'accepted' | 'printing'

export interface ClaimedJob {
  id: number
  title: string
  status: JobStatus
  purpose: 'first' | 'reprint' | 'test-page' | 'cover'
  /** The batch it is printed in; place 0 is the cover. */
  batch: { id: number; place: number } | null
  expiresAt: string | null
  cancelRequested: boolean
  paper: Paper
  /** Archived already: these bytes are delivered and nothing is rendered again. */
  pdf: { sha256: string; bytes: number } | null
  /** The tray that a rule names; absent or null: the one of the printer's options. */
  tray?: string | null
  /** The job prints some copies only: they are cut out of the whole document, which is archived first. */
  part?: { copyIds: number[]; whole: { sha256: string; bytes: number } | null } | null
  /** Not ended: it is recovered before anything is sent again. */
  attempt: Attempt | null
}

export interface ClaimedPrinter {
  id: number
  name: string
  uri: string
  options?: Record<string, unknown>
  credentials?: Credentials
  /** How far everything is moved to the right and down, in mm, because this printer is out of place. */
  offset?: { x: number; y: number }
}

/** How to sign in to a printer, and which certificate to take for it. Never logged. */
export interface Credentials {
  username?: string
  password?: string
  /** SHA-256 of the printer's own certificate in hex; colons are allowed. */
  tlsPin?: string
  /** PEM of the authority that signed it. */
  tlsCa?: string
}

/** A certificate that is not trusted: the fingerprint is SHA-256 in lower-case hex, times are ISO 8601. */
export interface SeenCertificate {
  fingerprint: string
  subject: string
  issuer: string
  validFrom: string
  validTo: string
}

export interface Claim {
  lease: { printerId: number; fence: number; seconds: number }
  printer: ClaimedPrinter
  job: ClaimedJob
}

/** A template as it was pinned when the document was issued; `files` maps names like `template.hbs` to their text. */
export interface Template {
  kind: string
  version: number
  sha256: string
  paper: Paper
  files: Record<string, string>
}

/** One copy (联) of a document. */
export interface Copy {
  id: number
  copyNo: number
  name: string
  color: string
  receiver: string
  showsPrice: boolean
  label: string
  /** Printed as a QR; empty where the paper has none, such as a test page. */
  code: string
}

export interface Content {
  template: Template
  /** Its `images` give the hash of each picture that the template may call by name. */
  data: Record<string, unknown>
  copies: Copy[]
  /** Those pictures by their hashes, as data: URLs; absent where there are none. */
  pictures?: Record<string, string>
  /** The hash of the archived document that a job's part is cut out of; an older API does not say it. */
  whole?: string | null
}

/** Something to draw that is not printed. The claim holds for `seconds` unless renewed. */
export interface RenderRequest {
  id: string
  claim: string
  seconds: number
  content: Content
}

/** Why it cannot be drawn; `zh` is the detail in Chinese, the rest is where in the template. */
export interface RenderFault {
  code: 'template' | 'too-large' | 'render-timeout'
  detail: string
  zh?: string
  file?: string
  line?: number
  column?: number
}

export type FailureCode =
  | 'template'
  | 'too-large'
  | 'render-timeout'
  | 'format'
  | 'rejected'
  | 'aborted'
  | 'unreadable'
  | 'unsupported-printer'

export type FinalStatus = 'printed' | 'failed' | 'canceled' | 'uncertain'

/** What a print server saw. Absent members leave the record as it is; `reasons: []` says that the job no longer waits. */
export interface Report {
  status?: JobStatus | FinalStatus
  attempt?: {
    n: number
    state?: AttemptState
    ippJobId?: number
    ippJobUuid?: string
    ended?: boolean
    note?: string
  }
  reasons?: string[]
  possiblyIncomplete?: boolean
  impressions?: number
  /** `zh` is the detail in Chinese, where there is one. */
  error?: { code: FailureCode; detail?: string; zh?: string }
}

/** The API's answer to a report. `stop`: a person canceled, held or moved the job while nothing was sent, so drop it. */
export interface Verdict {
  status: string
  cancelRequested: boolean
  stop: boolean
}

export interface PrinterReport {
  status: 'idle' | 'processing' | 'stopped' | 'unreachable'
  reasons: string[]
  uuid?: string
  upTime?: number
  info?: string
  /** With the reason `tls`. */
  certificate?: SeenCertificate
}

/** What a printer can do and has in stock. Unknown is null or absent, never a guess; all of it is bounded and clean. */
export interface Capabilities {
  formats: string[]
  media: string[]
  mediaReady: string[]
  /** Sheets that it takes: ranges in mm. */
  sizes: { width: [number, number]; height: [number, number] }[]
  /** `media-source` keywords. */
  sources: string[]
  /** What is left in a tray, in per cent. */
  trays: { name: string; level: number | null }[]
  supplies: Supply[]
  color: boolean | null
  duplex: boolean | null
  /** Such as `600x600dpi`. */
  resolutions: string[]
}

export interface Supply {
  name: string
  type: string
  /** `#rrggbb` each. */
  colors: string[]
  /** In per cent; a waste box is full at 100. */
  level: number | null
  isLow: boolean
  isWaste: boolean
}

/** A printer that announces itself by DNS-SD. Its own words, clean and bounded; empty where it says nothing. */
export interface FoundPrinter {
  uri: string
  name: string
  model: string
  location: string
  /** MIME types. */
  formats: string[]
  /** `urn:uuid:…` */
  uuid: string | null
}

/** What a print server saw of a printer that it did not drive. */
export interface Look extends PrinterReport {
  capabilities?: Capabilities
}
