import { atPrinter, type FaultRow, type Stage } from './faultRow.js'

const UNPLUGGED_MS = 200

function unplug({ printer }: Stage): 'go on' {
  void printer.unplug().then(() => setTimeout(() => void printer.listen(), UNPLUGGED_MS))
  return 'go on'
}

/** The line to the printer breaks, and is there again later. */
export const networkRows: FaultRow[] = [
  {
    fails: 'network',
    when: 'the printer is asked for its state',
    arm: atPrinter('Get-Printer-Attributes', 'begin', unplug),
    paper: 'one',
    ledger: 'printed',
  },
  {
    fails: 'network',
    when: 'the printer is asked for a job',
    arm: atPrinter('Create-Job', 'begin', unplug),
    paper: 'one',
    ledger: 'printed',
  },
  {
    fails: 'network',
    when: 'the upload breaks, and the printer waits for the rest',
    arm: ({ printer }) => (printer.faults = [{ operation: 'Send-Document', kind: 'drop-upload' }]),
    paper: 'one',
    ledger: 'printed',
  },
  {
    fails: 'network',
    when: 'the upload breaks, and the printer prints what it got',
    arm: ({ printer }) => {
      printer.cutUploads = 'print'
      printer.faults = [{ operation: 'Send-Document', kind: 'drop-upload' }]
    },
    paper: 'one, cut short',
    ledger: 'perhaps incomplete',
  },
  {
    fails: 'network',
    when: 'the upload to a printer without Create-Job breaks, and the printer waits for the rest',
    arm: ({ printer }) => {
      printer.offersCreateJob = false
      printer.faults = [{ operation: 'Print-Job', kind: 'drop-upload' }]
    },
    paper: 'one',
    ledger: 'printed',
  },
  {
    fails: 'network',
    when: 'the document has arrived, and the printer does not tell its size',
    arm: atPrinter('Send-Document', 'end', unplug),
    paper: 'one',
    ledger: 'perhaps incomplete',
  },
  {
    fails: 'network',
    when: 'the document has arrived, and the printer tells its size',
    arm: (stage) => {
      stage.printer.tellsSize = true
      atPrinter('Send-Document', 'end', unplug)(stage)
    },
    paper: 'one',
    ledger: 'printed',
  },
  {
    fails: 'network',
    when: 'the job is watched',
    arm: atPrinter('Get-Job-Attributes', 'begin', unplug),
    paper: 'one',
    ledger: 'printed',
  },
]
