import type { X509Certificate } from 'node:crypto'
import type { SeenCertificate } from '../protocol.js'

const MOST = 200

/** What a person needs to judge a certificate by. Names are the device's own words, so they are cleaned and cut. */
export function seenCertificate(shown: X509Certificate): SeenCertificate {
  const name = (lines: string) =>
    lines
      .trim()
      .replaceAll('\n', ', ')
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, MOST)
  return {
    fingerprint: shown.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: name(shown.subject ?? ''),
    issuer: name(shown.issuer ?? ''),
    validFrom: isoTime(shown.validFrom),
    validTo: isoTime(shown.validTo),
  }
}

function isoTime(text: string): string {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}
