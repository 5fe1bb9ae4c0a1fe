import type { Group } from '../engine/resource.js'

/** The console's menu: groups by the work people do. */
export const sales: Group = { name: 'sales', zh: '销售', en: 'Sales' }
export const warehouse: Group = { name: 'warehouse', zh: '仓储', en: 'Warehouse' }
export const paper: Group = { name: 'paper', zh: '单据与打印', en: 'Paper' }
export const finance: Group = { name: 'finance', zh: '财务', en: 'Finance' }
export const catalog: Group = { name: 'catalog', zh: '基础资料', en: 'Master data' }
export const setup: Group = { name: 'setup', zh: '设置', en: 'Set-up' }
export const audit: Group = { name: 'audit', zh: '审计', en: 'Audit' }
