import { datetime, reference, text } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { nobody } from '../../access/roles.js'
import { paper } from '../../groups.js'

/** A printer that announced itself to a print server. It prints nothing until an administrator adds it. */
export const foundPrinters = resource('found-printers', {
  label: say('发现的打印机', 'Found printers'),
  comesFrom: say(
    '网络里自己广播的打印机会出现在这里。',
    'Printers that announce themselves in the network appear here.',
  ),
  group: paper,
  icon: 'discover',
  title: 'name',
  fields: {
    name: text({ label: say('名称', 'Name'), required: true, readOnly: true, max: 120, width: 200 }),
    model: text({ label: say('型号', 'Model'), readOnly: true, max: 120, width: 180 }),
    location: text({ label: say('位置', 'Location'), readOnly: true, max: 120, width: 140 }),
    uri: text({ label: say('地址', 'Address'), required: true, readOnly: true, max: 400, width: 260 }),
    secureUri: text({ label: say('加密地址', 'Encrypted address'), readOnly: true, max: 400, width: 260 }),
    formats: text({ label: say('接受的格式', 'Formats'), readOnly: true, max: 800, width: 200 }),
    uuid: text({ label: say('设备标识', 'Device UUID'), readOnly: true, max: 80 }),
    identity: text({ label: say('识别依据', 'Told apart by'), required: true, readOnly: true, max: 400 }),
    site: text({ label: say('站点', 'Site'), required: true, readOnly: true, max: 40, width: 90 }),
    server: text({ label: say('发现它的打印服务', 'Found by'), readOnly: true, max: 80, width: 140 }),
    printerId: reference('printers', { label: say('已添加为', 'Added as'), readOnly: true, width: 150 }),
    lastSeenAt: datetime({ label: say('最近看到', 'Last seen'), required: true, readOnly: true, width: 140 }),
  },
  grid: ['name', 'model', 'location', 'uri', 'printerId', 'site', 'createdAt', 'lastSeenAt'],
  form: [
    ['name', 'model', 'location'],
    ['uri', 'secureUri'],
    ['formats', 'uuid'],
    ['site', 'server', 'lastSeenAt'],
    'printerId',
  ],
  filters: ['site', 'printerId'],
  sort: ['id', 'DESC'],
  uniqueTogether: [['site', 'identity']],
  search: { fields: ['name', 'model'], anywhere: true },
  rights: { read: ['admin', 'warehouse', 'supervisor'], create: nobody, update: nobody, delete: nobody },
})
