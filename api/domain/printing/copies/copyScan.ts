import { choice, reference, sentence, text } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone, nobody } from '../../access/roles.js'
import { warehouse } from '../../groups.js'
import { places } from './places.js'

/** Who scanned which paper where, and what they were told. */
export const copyScans = resource('copy-scans', {
  label: say('单据扫码', 'Paper scans'),
  comesFrom: say('扫一下单据上的二维码，就记在这里。', 'Scan the QR of a paper: it is kept here.'),
  group: warehouse,
  icon: 'scan',
  title: 'code',
  fields: {
    code: text({
      label: say('联码', 'Code'),
      required: true,
      readOnly: true,
      index: true,
      max: 60,
      width: 270,
    }),
    outcome: choice({
      label: say('结果', 'Outcome'),
      required: true,
      readOnly: true,
      width: 90,
      choices: {
        current: { label: say('有效', 'Current'), tone: 'success' },
        returned: { label: say('回单', 'Returned'), tone: 'success' },
        recalled: { label: say('收回', 'Recalled'), tone: 'info' },
        stale: { label: say('已失效', 'Not current'), tone: 'error' },
        wrong: { label: say('拿错单据', 'Wrong paper'), tone: 'error' },
      },
    }),
    place: choice({
      label: say('地点', 'Place'),
      required: true,
      readOnly: true,
      choices: places,
      width: 90,
    }),
    message: sentence({ label: say('说明', 'Told'), width: 420 }),
    copyId: reference('document-copies', {
      label: say('联次', 'Copy'),
      required: true,
      readOnly: true,
      width: 110,
    }),
    documentId: reference('documents', {
      label: say('单据', 'Document'),
      required: true,
      readOnly: true,
      index: true,
      width: 170,
    }),
    shipmentId: reference('shipments', {
      label: say('发货单', 'Shipment'),
      readOnly: true,
      index: true,
      width: 160,
    }),
    scannedBy: reference('users', { label: say('扫码人', 'Scanned by'), readOnly: true, width: 100 }),
  },
  grid: ['createdAt', 'outcome', 'place', 'message', 'copyId', 'documentId', 'shipmentId', 'scannedBy'],
  form: [['outcome', 'place', 'code'], 'message', ['copyId', 'documentId', 'shipmentId'], 'scannedBy'],
  filters: ['outcome', 'place', 'documentId', 'shipmentId', 'createdAt'],
  sort: ['id', 'DESC'],
  rights: { read: everyone, create: nobody, update: nobody, delete: nobody },
})
