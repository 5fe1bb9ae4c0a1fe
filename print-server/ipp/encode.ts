import { randomInt } from 'node:crypto'
import { checkAttributes, type Encodable, type EncodableAttributes } from './checkAttributes.js'
import { IppError } from './ippError.js'
import { tables } from './tables.js'

export type { EncodableAttributes } from './checkAttributes.js'

const MAX_REQUEST_ID = 0x7ffffffe
let lastRequestId = randomInt(1, 1 << 30)

/**
 * Encodes a request with its own request id. `attributes` are operation attributes besides charset, language and
 * printer-uri, which are put in front in the order that RFC 8011 demands (a job-id follows them).
 */
export function encodeRequest(
  operation: string,
  printerUri: string,
  attributes: EncodableAttributes,
  job?: EncodableAttributes,
): { requestId: number; bytes: Buffer } {
  lastRequestId = (lastRequestId % MAX_REQUEST_ID) + 1
  const { 'job-id': jobId, ...rest } = attributes
  const bytes = serialize({
    id: lastRequestId,
    operation,
    'operation-attributes-tag': checkAttributes(['Operation'], {
      ...preamble,
      'printer-uri': printerUri,
      ...(jobId !== undefined && { 'job-id': jobId }),
      ...rest,
    }),
    ...(job && { 'job-attributes-tag': checkAttributes(['Job Template'], job) }),
  })
  return { requestId: lastRequestId, bytes }
}

const preamble = { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en' }

interface Reply {
  status: string
  /** Version and number of the request, which a reply repeats. */
  version: string
  requestId: number
  message?: string
  printer?: EncodableAttributes
  jobs?: EncodableAttributes[]
  /** Attributes of the request that were not understood, echoed by name. */
  unsupported?: EncodableAttributes
}

const HEADER_BYTES = 8
const REQUEST_ID_AT = 4
const UNSUPPORTED_GROUP = 0x05

/** Encodes a printer's reply. The serializer writes one group of a kind, so further groups are cut out of messages of their own. */
export function encodeReply(reply: Reply): Buffer {
  const head = serialize({
    id: 1,
    statusCode: reply.status,
    'operation-attributes-tag': checkAttributes(['Operation', 'Job Description'], {
      ...preamble,
      ...(reply.message !== undefined && { 'status-message': reply.message }),
    }),
  })
  const [major, minor] = reply.version.split('.')
  head.writeUInt8(Number(major), 0)
  head.writeUInt8(Number(minor), 1)
  head.writeUInt32BE(reply.requestId, REQUEST_ID_AT)
  const group = (tag: 'job-attributes-tag' | 'printer-attributes-tag', attributes: Encodable): Buffer =>
    serialize({ id: 1, statusCode: 'successful-ok', [tag]: attributes }).subarray(HEADER_BYTES, -1)
  const parts = [head.subarray(0, -1)]
  if (reply.unsupported) {
    const bytes = group('job-attributes-tag', checkAttributes(['Job Template'], reply.unsupported))
    bytes.writeUInt8(UNSUPPORTED_GROUP, 0)
    parts.push(bytes)
  }
  for (const job of reply.jobs ?? []) {
    parts.push(group('job-attributes-tag', checkAttributes(['Job Template', 'Job Description'], job)))
  }
  if (reply.printer) {
    parts.push(group('printer-attributes-tag', checkAttributes(['Printer Description'], reply.printer)))
  }
  return Buffer.concat([...parts, head.subarray(-1)])
}

/** The serializer throws strings and TypeErrors of its own; callers see one kind of error. */
function serialize(message: Omit<Parameters<typeof tables.serialize>[0], 'version'>): Buffer {
  try {
    return tables.serialize({ version: '2.0', ...message })
  } catch (fault) {
    if (fault instanceof IppError) throw fault
    const what = fault instanceof Error ? fault.message : String(fault)
    throw new IppError('encode', `cannot encode ${message.operation ?? message.statusCode}: ${what}`, {
      phase: 'encode',
    })
  }
}
