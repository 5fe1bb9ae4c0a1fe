import { describe, expect, it } from '@jest/globals'
import { printerReasons } from '../../api/domain/printing/printers/printerReasons.js'
import { readReasons } from '../../print-server/ipp/printerDescription.js'
import { troubleOf } from '../../print-server/ipp/troubleOf.js'
import { IppError } from '../../print-server/ipp/ippError.js'

/** RFC 8011, 5.4.12, and RFC 3998; `none` is no reason. */
const standard = `other media-needed media-jam moving-to-paused paused shutdown connecting-to-device timed-out stopping
  stopped-partly toner-low toner-empty spool-area-full cover-open interlock-open door-open input-tray-missing media-low
  media-empty output-tray-missing output-area-almost-full output-area-full marker-supply-low marker-supply-empty
  marker-waste-almost-full marker-waste-full fuser-over-temp fuser-under-temp opc-near-eol opc-life-over developer-low
  developer-empty interpreter-resource-unavailable hold-new-jobs deactivated`

/** PWG 5100.9, without the finishers' own; 5100.13, 5100.22. */
const alerts = `cover-closed door-closed interlock-closed configuration-change input-cannot-feed-size-selected
  input-manual-input-request input-media-change input-media-color-change input-media-form-parts-change
  input-media-size-change input-media-type-change input-media-weight-change input-media-tray-failure
  input-media-tray-feed-error input-media-tray-jam input-pick-roller-failure input-pick-roller-life-over
  input-pick-roller-life-warn input-pick-roller-missing input-tray-elevation-failure input-tray-position-failure
  output-mailbox-select-failure output-media-tray-failure output-media-tray-feed-error output-media-tray-jam
  marker-adjusting-print-quality marker-cleaner-missing marker-developer-almost-empty marker-developer-empty
  marker-developer-missing marker-fuser-missing marker-fuser-thermistor-failure marker-fuser-timing-failure
  marker-ink-almost-empty marker-ink-empty marker-ink-missing marker-opc-missing marker-print-ribbon-almost-empty
  marker-print-ribbon-empty marker-print-ribbon-missing marker-supply-almost-empty marker-supply-missing
  marker-toner-cartridge-missing marker-toner-missing marker-waste-ink-receptacle-almost-full
  marker-waste-ink-receptacle-full marker-waste-ink-receptacle-missing marker-waste-missing
  marker-waste-toner-receptacle-almost-full marker-waste-toner-receptacle-full marker-waste-toner-receptacle-missing
  media-path-cannot-duplex-media-selected media-path-failure media-path-input-empty media-path-input-feed-error
  media-path-input-jam media-path-input-request media-path-jam media-path-media-tray-almost-full
  media-path-media-tray-full media-path-media-tray-missing media-path-output-feed-error media-path-output-full
  media-path-output-jam media-path-pick-roller-failure media-path-pick-roller-life-over
  media-path-pick-roller-life-warn media-path-pick-roller-missing interpreter-complex-page-encountered
  interpreter-memory-decrease interpreter-memory-increase interpreter-resource-added interpreter-resource-deleted
  power-down power-up printer-manual-reset printer-nms-reset printer-ready-to-print subunit-added
  subunit-almost-empty subunit-almost-full subunit-at-limit subunit-closed subunit-empty subunit-full
  subunit-life-almost-over subunit-life-over subunit-memory-exhausted subunit-missing subunit-motor-failure
  subunit-near-limit subunit-offline subunit-opened subunit-over-temperature subunit-power-saver
  subunit-recoverable-failure subunit-recoverable-storage subunit-removed subunit-resource-added
  subunit-resource-removed subunit-thermistor-failure subunit-timing-failure subunit-turned-off subunit-turned-on
  subunit-under-temperature subunit-unrecoverable-failure subunit-unrecoverable-storage subunit-warming-up
  identify-printer-requested hibernate resuming standby suspend testing`

const words = (text: string) => text.split(/\s+/)

describe('why a printer waits', () => {
  it.each([...words(standard), ...words(alerts)])(
    'is said in Chinese and in English for %s, whatever its severity',
    (keyword) => {
      for (const severity of ['', '-warning', '-error']) {
        const [reason = ''] = readReasons([`${keyword}${severity}`])
        const { label } = printerReasons[reason] ?? { label: { zh: '', en: '' } }
        expect(label.zh).toMatch(/\p{Script=Han}{2}/u)
        expect(label.en).toMatch(/^[A-Z].* /)
      }
    },
  )

  it('leaves out what is no reason, and keeps the word of a device that nobody knows', () => {
    expect(readReasons(['none', 'toner-low-report', 'com.acme-flux-warning'])).toEqual(['com.acme-flux'])
  })

  it('is cut to what can be stored when a device talks nonsense', () => {
    const reasons = readReasons([
      ...Array.from({ length: 90 }, (_, n) => `x${n}`),
      'y'.repeat(500),
      '\u0007bell',
    ])
    expect(reasons.length).toBeLessThanOrEqual(30)
    for (const reason of readReasons(['y'.repeat(500), '\u0007bell-error'])) {
      expect(reason.length).toBeLessThanOrEqual(60)
      expect(reason).not.toMatch(/\p{Cc}/u)
    }
  })

  it('has a sentence for everything that the print server finds by itself', () => {
    const found = [
      new IppError('connect', 'x', { phase: 'connect' }),
      new IppError('tls', 'x', { phase: 'connect' }),
      new IppError('auth', 'x', { http: 401 }),
      new IppError('http', 'x', { http: 426 }),
      new IppError('http', 'x', { http: 503 }),
      ...[0x0401, 0x0402, 0x0403, 0x0502, 0x0505, 0x0506, 0x0507, 0x050b].map(
        (status) => new IppError('ipp', 'x', { status }),
      ),
    ].map(troubleOf)
    for (const trouble of found)
      expect(printerReasons[trouble.kind === 'wait' ? trouble.reason : '']).toBeDefined()
    for (const reason of ['renderer-unavailable', 'paused', 'check', 'busy'])
      expect(printerReasons[reason]).toBeDefined()
  })
})
