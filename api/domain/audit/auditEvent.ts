import { choice, hash, integer, longtext, reference, sentence, text } from '../../engine/fields/index.js'
import { resource, type AnyResource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { nobody } from '../access/roles.js'
import { audit } from '../groups.js'
import { actionNames } from './actionNames.js'
import { completeEvents } from './completeEvents.js'

/**
 * Who did what, when: appended with every write, in its own commit, then sealed into a chain of hashes. The record
 * types lend their labels, so that an event reads as words.
 */
export const auditEvents = (recordTypes: readonly AnyResource[]) =>
  resource('audit-events', {
    label: say('审计记录', 'Audit trail'),
    comesFrom: say('每一次登录和修改都记在这里。', 'Every sign-in and every change is kept here.'),
    group: audit,
    icon: 'audit',
    title: 'id',
    fields: {
      seq: integer({
        label: say('序号', 'Seq'),
        readOnly: true,
        unique: true,
        max: Number.MAX_SAFE_INTEGER,
        width: 80,
      }),
      actorKind: choice({
        label: say('主体', 'Kind of actor'),
        required: true,
        readOnly: true,
        width: 80,
        choices: {
          user: { label: say('人员', 'Person') },
          key: { label: say('接口', 'Machine') },
          system: { label: say('系统', 'System') },
        },
      }),
      userId: reference('users', { label: say('人员', 'Person'), readOnly: true, index: true, width: 110 }),
      actorName: text({ label: say('登录名', 'Actor'), required: true, readOnly: true, max: 80, width: 120 }),
      action: choice({
        label: say('操作', 'Action'),
        required: true,
        readOnly: true,
        index: true,
        open: true,
        choices: actionNames(recordTypes),
        width: 110,
      }),
      resource: choice({
        label: say('对象', 'Resource'),
        required: true,
        readOnly: true,
        index: true,
        open: true,
        choices: Object.fromEntries(recordTypes.map(({ name, label }) => [name, { label }])),
        width: 130,
      }),
      recordId: integer({
        label: say('记录', 'Record'),
        readOnly: true,
        max: Number.MAX_SAFE_INTEGER,
        width: 80,
      }),
      recordVersion: integer({ label: say('版本', 'Version'), readOnly: true, width: 70 }),
      requestId: text({
        label: say('请求号', 'Request id'),
        required: true,
        readOnly: true,
        max: 60,
        width: 150,
      }),
      summary: sentence({ label: say('变更', 'Changes'), derived: 'record', width: 420 }),
      payload: longtext({ label: say('内容', 'Content'), required: true, readOnly: true }),
      hash: hash({ label: say('链指纹', 'Chain hash'), width: 130 }),
    },
    grid: ['seq', 'createdAt', 'actorName', 'action', 'resource', 'recordId', 'summary'],
    form: [
      'seq',
      ['actorKind', 'userId', 'actorName'],
      ['action', 'resource', 'recordId', 'recordVersion'],
      'summary',
      'requestId',
      'payload',
      'hash',
    ],
    filters: ['actorName', 'action', 'resource', 'recordId', 'userId', 'createdAt'],
    sort: ['id', 'DESC'],
    search: { fields: ['resource'] },
    derive: { summary: (event) => event.words ?? null },
    complete: (titles, events) => completeEvents(recordTypes, titles, events),
    rights: { read: ['auditor', 'supervisor', 'admin'], create: nobody, update: nobody, delete: nobody },
  })
