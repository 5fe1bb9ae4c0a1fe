import type { AppMessage } from '../i18n/appZh'

/** One thing that a new house needs; it is done when the list it looks at has as many records as that. */
export interface SetupStep {
  name:
    | 'company'
    | 'users'
    | 'warehouses'
    | 'printers'
    | 'testPage'
    | 'copySets'
    | 'customers'
    | 'products'
    | 'stock'
  resource: string
  filter: Record<string, unknown>
  /** Done from so many records on. */
  atLeast: number
  /** Where it is done: the form for the first record, the list, or the import from a spreadsheet. */
  by: 'create' | 'list' | 'import'
  /** What is imported, where it is not that resource: balances come of moves. */
  importTarget?: string
}

export const steps: SetupStep[] = [
  { name: 'company', resource: 'company-profile', filter: {}, atLeast: 1, by: 'create' },
  // The administrator alone is one.
  { name: 'users', resource: 'users', filter: {}, atLeast: 2, by: 'create' },
  { name: 'printers', resource: 'printers', filter: {}, atLeast: 1, by: 'create' },
  {
    name: 'testPage',
    resource: 'print-jobs',
    filter: { purpose: 'test-page', status: 'printed' },
    atLeast: 1,
    by: 'list',
  },
  // A warehouse names the printer of its papers.
  { name: 'warehouses', resource: 'warehouses', filter: { isDefault: true }, atLeast: 1, by: 'create' },
  { name: 'copySets', resource: 'copy-sets', filter: { isDefault: true }, atLeast: 1, by: 'create' },
  { name: 'customers', resource: 'customers', filter: {}, atLeast: 1, by: 'import' },
  { name: 'products', resource: 'products', filter: {}, atLeast: 1, by: 'import' },
  {
    name: 'stock',
    resource: 'stock-balances',
    filter: {},
    atLeast: 1,
    by: 'import',
    importTarget: 'stock-moves',
  },
]

export const titleOf = (step: SetupStep): AppMessage => `setup.${step.name}`
export const helpOf = (step: SetupStep): AppMessage => `setup.${step.name}.help`
