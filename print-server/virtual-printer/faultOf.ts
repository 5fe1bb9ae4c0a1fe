import { groupOf, text, type IppMessage } from '../ipp/message.js'
import type { Answer } from './answerIpp.js'

export const WRONG_VERSION: Answer = { status: 'server-error-version-not-supported' }

/** What is wrong with a request before its operation is looked at (RFC 8011, 4.1), or null. */
export function faultOf(request: IppMessage): Answer | null {
  if (!/^[12]\.\d+$/.test(request.version)) return WRONG_VERSION
  const bad = (message: string): Answer => ({ status: 'client-error-bad-request', message })
  if (request.requestId === 0) return bad('request-id is 0')
  const [first] = request.groups
  const names = first?.name === 'operation' ? [...first.attributes.keys()] : []
  if (names[0] !== 'attributes-charset' || names[1] !== 'attributes-natural-language') {
    return bad('attributes-charset and attributes-natural-language come first')
  }
  const operation = groupOf(request, 'operation')
  if (text(operation, 'printer-uri') === null && text(operation, 'job-uri') === null) {
    return bad('no printer-uri')
  }
  return null
}
