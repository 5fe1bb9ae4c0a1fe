import { longtext, text } from '../../engine/fields/index.js'
import { Conflict, Invalid } from '../../engine/problems.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { setup } from '../groups.js'
import { logoFault } from './logoFault.js'

const keepers = ['admin', 'supervisor']

/** One row: the house's own head on every paper. */
export const companyProfile = resource('company-profile', {
  label: say('公司资料', 'Company profile'),
  group: setup,
  icon: 'company',
  title: 'name',
  fields: {
    name: text({ label: say('公司名称', 'Company name'), required: true, max: 100, width: 260 }),
    taxNo: text({ label: say('统一社会信用代码', 'Tax number'), max: 30, width: 190 }),
    phone: text({ label: say('电话', 'Phone'), max: 60, width: 150 }),
    address: text({ label: say('地址', 'Address'), max: 200, width: 260 }),
    bank: text({ label: say('开户行及账号', 'Bank account'), max: 200, width: 260 }),
    logo: longtext({
      label: say('标志', 'Logo'),
      help: say('图片的 data: 地址，PNG、JPEG 或 SVG。', 'The picture as a data: URL; PNG, JPEG or SVG.'),
      max: 300_000,
    }),
  },
  grid: ['name', 'taxNo', 'phone', 'address'],
  form: ['name', ['taxNo', 'phone'], 'address', 'bank', 'logo'],
  sort: ['id', 'ASC'],
  rights: { read: everyone, create: keepers, update: keepers, delete: nobody },
  async prepare({ db, tx }, values, before) {
    const [row] = before ? [] : await db.select('SELECT id FROM company_profile', [], tx)
    if (row)
      throw Conflict(say('公司资料只有一份，请直接修改。', 'There is one company profile; edit that one.'))
    const fault = logoFault(values.logo)
    if (fault) throw Invalid({ logo: fault })
    return values
  },
})
