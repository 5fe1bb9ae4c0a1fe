import { atApi, atPrinter, called, stores, type FaultRow, type Stage } from './faultRow.js'

const kill = (stage: Stage) => {
  stage.kill()
  return 'go on' as const
}
const killAndLose = (stage: Stage) => {
  stage.kill()
  return 'lose' as const
}
const killAndHang = (stage: Stage) => {
  stage.kill()
  return 'hang' as const
}
const printed = { paper: 'one', ledger: 'printed' } as const

/** The print server's process is killed; another one takes over when the lease has run out. */
export const killRows: FaultRow[] = [
  ...[
    { when: 'it has claimed the job', arm: atApi('after', called('claim'), kill) },
    { when: 'it has said that it renders', arm: atApi('after', called('report'), kill) },
    { when: 'it has fetched the content', arm: atApi('after', called('content'), kill) },
    { when: 'it archives the PDF', arm: atApi('before', called('pdf'), killAndLose) },
    { when: 'it has archived the PDF', arm: atApi('after', called('pdf'), kill) },
    { when: 'it stores the attempt', arm: atApi('before', called('attempt'), killAndLose) },
    { when: 'it has stored the attempt', arm: atApi('after', called('attempt'), kill) },
  ].map((row) => ({ ...row, fails: 'print server' as const, ...printed, fresh: true as const })),
  ...[
    { when: 'Create-Job is on its way', arm: atPrinter('Create-Job', 'begin', killAndHang) },
    { when: 'the printer has made the job', arm: atPrinter('Create-Job', 'end', kill) },
    {
      when: "it stores the job's number and that it sends",
      arm: atApi('before', stores.step('sending'), killAndLose),
    },
    { when: 'it has stored that it sends', arm: atApi('after', stores.step('sending'), kill) },
    {
      when: 'the upload is under way, and the printer waits for the rest',
      arm: atPrinter('Send-Document', 'upload', killAndHang),
    },
    { when: 'it has stored that the printer accepted', arm: atApi('after', stores.step('accepted'), kill) },
    { when: 'it looks how far the job is', arm: atPrinter('Get-Job-Attributes', 'begin', killAndHang) },
    {
      when: 'it stores that the job is printed',
      arm: atApi('before', stores.status('printed'), killAndLose),
    },
  ].map((row) => ({ ...row, fails: 'print server' as const, ...printed })),
  {
    fails: 'print server',
    when: 'the upload is under way, and the printer prints what it got',
    arm: (stage) => {
      stage.printer.cutUploads = 'print'
      atPrinter('Send-Document', 'upload', killAndHang)(stage)
    },
    paper: 'one, cut short',
    ledger: 'perhaps incomplete',
  },
  {
    fails: 'print server',
    when: 'the printer has the whole document, its answer not yet read',
    arm: atPrinter('Send-Document', 'end', kill),
    paper: 'one',
    ledger: 'perhaps incomplete',
  },
  {
    fails: 'print server',
    when: 'it stores that the printer accepted',
    arm: atApi('before', stores.step('accepted'), killAndLose),
    paper: 'one',
    ledger: 'perhaps incomplete',
  },
  {
    fails: 'print server',
    when: 'the printer has the whole document and tells its size',
    arm: (stage) => {
      stage.printer.tellsSize = true
      atPrinter('Send-Document', 'end', kill)(stage)
    },
    ...printed,
  },
  {
    fails: 'print server',
    when: 'a printer without Create-Job has the document',
    arm: (stage) => {
      stage.printer.offersCreateJob = false
      atPrinter('Print-Job', 'end', kill)(stage)
    },
    paper: 'one',
    ledger: 'perhaps incomplete',
  },
  {
    fails: 'print server',
    when: 'the printer has the document, and is switched off and on before it prints',
    arm: atPrinter('Send-Document', 'end', ({ printer, kill }) => {
      kill()
      printer.reboot()
      return 'go on'
    }),
    paper: 'none',
    ledger: 'uncertain',
  },
]
