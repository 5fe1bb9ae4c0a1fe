import type { Action } from '../../../engine/action.js'
import { text } from '../../../engine/fields/index.js'
import { Conflict } from '../../../engine/problems.js'
import { updateRecord } from '../../../engine/records.js'
import { asObject } from '../../../engine/shapes.js'
import { say } from '../../../engine/text.js'
import { printers } from '../../refs.js'

/** Pins the certificate that the printer shows. It is named, so that nobody trusts one that came after their look. */
export const trustCertificate: Action = {
  label: say('信任此证书', 'Trust this certificate'),
  icon: 'check',
  allow: ['admin'],
  input: {
    fingerprint: text({ label: say('证书指纹', 'Fingerprint'), required: true, max: 100 }),
  },
  async run(context, printer, input) {
    const shown = asObject(printer.certificate).fingerprint
    const named = String(input.fingerprint).replaceAll(/[:\s]/g, '').toLowerCase()
    if (typeof shown !== 'string')
      throw Conflict(
        say(
          '这台打印机现在没有待信任的证书。',
          'This printer shows no certificate now that waits to be trusted.',
        ),
      )
    if (shown !== named)
      throw Conflict(
        say(
          '打印机现在出示的是另一张证书，请刷新后再核对。',
          'The printer shows another certificate by now. Reload the page and look at that one.',
        ),
      )
    const version = Number(printer.version)
    await updateRecord(
      context,
      printers,
      { ...printer, version },
      { tlsPin: shown, certificate: null },
      'trustCertificate',
    )
    return { resource: printers, id: printer.id }
  },
}
