import { setTimeout as wait } from 'node:timers/promises'
import type { ApiCall } from '../../support/fakeApiCall.js'
import { atApi, called, stores, type Failing, type Stage } from './faultRow.js'

/** One instant at which something fails while a batch is printed. Afterwards every paper of it lies there once. */
export interface BatchRow {
  fails: Failing
  when: string
  arm(stage: Stage): void
}

export const papersInBatch = 20

const kill = (stage: Stage) => {
  stage.kill()
  return 'go on' as const
}
const killAndLose = (stage: Stage) => {
  stage.kill()
  return 'lose' as const
}

/** The nth call that matches. */
function nth(n: number, matches: (call: ApiCall) => boolean) {
  let seen = 0
  return (call: ApiCall) => matches(call) && ++seen === n
}

const killed: BatchRow[] = [
  { when: 'it has fetched what the first papers are drawn from', arm: atApi('after', called('ahead'), kill) },
  { when: 'it draws ahead while papers are sent', arm: atApi('after', nth(2, called('ahead')), kill) },
  { when: 'it archives a part of the batch', arm: atApi('before', nth(2, called('pdfs')), killAndLose) },
  { when: 'it has archived a part of the batch', arm: atApi('after', nth(2, called('pdfs')), kill) },
  {
    when: 'it asks for the next papers',
    arm: atApi('before', nth(2, called('next')), killAndLose),
  },
  { when: 'several papers are at the printer', arm: atApi('after', nth(8, stores.step('accepted')), kill) },
  {
    when: 'it stores that the seventh paper is printed',
    arm: atApi('before', nth(7, stores.status('printed')), killAndLose),
  },
].map((row) => ({ ...row, fails: 'print server' as const }))

/** The nth document has just arrived. */
function atDocument(n: number, strike: (stage: Stage) => void) {
  return (stage: Stage): void => {
    let seen = 0
    stage.printer.onOperation = (name, moment) => {
      if (name === 'Send-Document' && moment === 'end' && ++seen === n) strike(stage)
    }
  }
}

const others: BatchRow[] = [
  {
    fails: 'printer',
    when: 'its paper jams at 13 of 20, and somebody clears it',
    arm: atDocument(13, ({ printer }) => {
      Object.assign(printer, { state: 'stopped', reasons: ['media-jam-error'] })
      void wait(300).then(() => Object.assign(printer, { state: 'idle', reasons: ['none'] }))
    }),
  },
  {
    fails: 'printer',
    when: 'it takes no more jobs at 13 of 20 for a while',
    arm: atDocument(13, ({ printer }) => {
      printer.accepting = false
      void wait(300).then(() => {
        printer.accepting = true
      })
    }),
  },
  {
    fails: 'API',
    when: 'what is drawn ahead is fetched: the answer is lost',
    arm: atApi('after', nth(2, called('ahead')), () => 'lose'),
  },
  {
    fails: 'API',
    when: 'a part of the batch is archived: the request is lost',
    arm: atApi('before', nth(2, called('pdfs')), () => 'lose'),
  },
  {
    fails: 'API',
    when: 'a part of the batch is archived: the answer is lost',
    arm: atApi('after', nth(2, called('pdfs')), () => 'lose'),
  },
  {
    fails: 'network',
    when: 'it is cut as the next papers are asked for',
    arm: atApi('before', nth(2, called('next')), () => 'lose'),
  },
]

export const batchRows: BatchRow[] = [...killed, ...others]

/** The rows as a table in Markdown; docs/printing.md shows it. */
export function batchTable(): string {
  const rows = batchRows.map(
    ({ fails, when }) => `| ${fails} | ${when} | each paper once, in order | printed |`,
  )
  return ['| fails | while a batch of 20 is printed | paper | ledger |', '|---|---|---|---|', ...rows].join(
    '\n',
  )
}
