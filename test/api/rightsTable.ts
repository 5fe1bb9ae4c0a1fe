const all = 'admin clerk sales confirmer finance warehouse service supervisor auditor'
const butService = 'admin clerk sales confirmer finance warehouse supervisor auditor'

const money = 'admin clerk sales confirmer finance supervisor auditor'

export interface Row {
  read: string
  create?: string
  update?: string
  delete?: string
  actions?: Record<string, string>
}

/** The rights of the house, as its design states them; written down here by hand and not taken from the code. */
export const table: Record<string, Row> = {
  orders: {
    read: all,
    create: 'clerk sales',
    update: 'clerk sales',
    actions: {
      submit: 'clerk sales',
      reject: 'confirmer',
      confirm: 'confirmer',
      cancel: 'clerk sales confirmer supervisor',
      ship: 'warehouse',
      issue: 'clerk warehouse',
    },
  },
  'change-requests': {
    read: all,
    create: 'clerk sales',
    update: 'clerk sales',
    actions: {
      issue: 'clerk sales',
      approve: 'confirmer supervisor',
      refuse: 'confirmer supervisor',
      withdraw: 'clerk sales',
    },
  },
  // Finance may change a customer for the credit limit's sake, and nothing else of it.
  customers: { read: all, create: 'clerk sales', update: 'clerk sales finance', delete: 'clerk sales' },
  products: { read: all, create: 'admin supervisor', update: 'admin supervisor', delete: 'admin supervisor' },
  warehouses: {
    read: all,
    create: 'admin supervisor',
    update: 'admin supervisor',
    delete: 'admin supervisor',
  },
  'company-profile': { read: all, create: 'admin supervisor', update: 'admin supervisor' },
  // How long a sign-in lasts is the administrator's alone: test/domain/settings tells.
  settings: { read: 'admin supervisor auditor', create: 'admin supervisor', update: 'admin supervisor' },
  shipments: {
    read: all,
    update: 'warehouse',
    actions: {
      issue: 'warehouse',
      dispatch: 'warehouse',
      deliver: 'warehouse',
      waybill: 'warehouse',
      cancel: 'warehouse',
    },
  },
  handovers: {
    read: all,
    create: 'warehouse',
    update: 'warehouse',
    actions: { issue: 'warehouse', handOver: 'warehouse', cancel: 'warehouse' },
  },
  'stock-balances': { read: butService },
  'stock-moves': { read: butService, create: 'warehouse supervisor' },
  reservations: { read: butService },
  receipts: {
    read: money,
    create: 'finance',
    update: 'finance',
    actions: { receive: 'finance', issue: 'finance', void: 'finance' },
  },
  statements: {
    read: money,
    create: 'finance',
    update: 'finance',
    actions: { issue: 'finance', confirm: 'finance', dispute: 'finance', settle: 'finance', void: 'finance' },
  },
  'export-sets': {
    read: all,
    create: 'clerk sales',
    update: 'clerk sales',
    actions: {
      complete: 'clerk sales',
      issue: 'clerk sales',
      reopen: 'clerk sales supervisor',
      cancel: 'clerk sales',
    },
  },
  'statement-runs': { read: money, create: 'finance' },
  // Whoever counted does not approve: test/domain/stocktakes tells.
  stocktakes: {
    read: butService,
    create: 'warehouse',
    update: 'warehouse',
    actions: {
      start: 'warehouse',
      issue: 'warehouse',
      count: 'warehouse',
      finish: 'warehouse',
      recount: 'warehouse supervisor',
      approve: 'supervisor',
      cancel: 'warehouse supervisor',
    },
  },
  'stocktake-lines': { read: butService, update: 'warehouse supervisor' },
  documents: { read: all },
  'document-copies': {
    read: all,
    actions: {
      returned: 'clerk sales warehouse finance supervisor',
      recall: 'clerk sales warehouse finance supervisor',
    },
  },
  'copy-scans': { read: all },
  'print-jobs': {
    read: 'admin clerk confirmer warehouse service supervisor auditor',
    actions: {
      check: 'clerk warehouse supervisor',
      cancel: 'clerk warehouse',
      move: 'clerk warehouse',
      retry: 'clerk warehouse',
      hold: 'clerk warehouse',
      release: 'clerk warehouse',
      reprint: 'clerk warehouse',
      resolve: 'warehouse supervisor',
    },
  },
  'print-batches': {
    read: 'admin clerk confirmer warehouse service supervisor auditor',
    actions: {
      pause: 'clerk warehouse',
      resume: 'clerk warehouse',
      printReady: 'clerk warehouse',
      retry: 'clerk warehouse',
      cancel: 'clerk warehouse',
    },
  },
  printers: {
    read: all,
    create: 'admin',
    update: 'admin',
    delete: 'admin',
    actions: {
      pause: 'warehouse admin',
      resume: 'warehouse admin',
      testPage: 'warehouse admin',
      rulerPage: 'warehouse admin',
      driftPages: 'warehouse admin',
      trustCertificate: 'admin',
    },
  },
  // An edition of a template never changes: the admin makes the next one.
  templates: { read: all, create: 'admin', actions: { restore: 'admin' } },
  images: { read: all, delete: 'admin' },
  'template-drafts': {
    read: 'admin',
    create: 'admin',
    update: 'admin',
    delete: 'admin',
    actions: { publish: 'admin' },
  },
  'copy-sets': { read: all, create: 'admin', update: 'admin', delete: 'admin' },
  'auto-prints': { read: all, create: 'admin', update: 'admin', delete: 'admin' },
  'printer-alerts': { read: all, actions: { seen: 'clerk warehouse supervisor admin' } },
  'found-printers': { read: 'admin warehouse supervisor' },
  'print-problems': { read: all, actions: { retry: 'clerk warehouse', dismiss: 'clerk warehouse' } },
  'print-rules': { read: all, create: 'admin', update: 'admin', delete: 'admin' },
  users: { read: all, create: 'admin', update: 'admin' },
  'api-keys': { read: 'admin', create: 'admin', update: 'admin', delete: 'admin' },
  sessions: { read: 'admin', actions: { revoke: 'admin' } },
  'audit-events': { read: 'auditor supervisor admin' },
  'number-register': { read: 'auditor supervisor admin' },
  'print-attempts': { read: 'auditor supervisor admin' },
  // All see and work on the imports that are their own; what each may bring in, test/imports tells.
  imports: { read: all, actions: { check: all, run: all, undo: all } },
  'backup-runs': { read: 'auditor supervisor admin' },
  'month-exports': {
    read: 'auditor supervisor admin',
    create: 'auditor supervisor admin',
    actions: { discard: 'auditor supervisor admin' },
  },
}
