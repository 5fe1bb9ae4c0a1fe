import { FakePrinter } from '../../test/support/fakePrinter.js'

/** A printer that takes what it is given and is done at once. */
export interface Tray {
  uri: string
  /** Resolves when it has taken that many more documents, counted from this call. */
  takes(count: number): Promise<void>
  close(): Promise<void>
}

export async function openTray(): Promise<Tray> {
  const printer = await FakePrinter.start()
  printer.jobMs = 2
  const waiting = new Set<{ left: number; done: () => void }>()
  printer.onOperation = (operation, moment) => {
    if (operation !== 'Send-Document' || moment !== 'end') return
    for (const one of waiting)
      if ((one.left -= 1) <= 0) {
        waiting.delete(one)
        one.done()
      }
    // A printer forgets what it printed long ago, and this one is measured, not its list.
    if (printer.jobs.length > 200) printer.jobs.splice(0, 100)
  }
  return {
    uri: printer.uri,
    takes: (count) => new Promise((done) => waiting.add({ left: count, done })),
    close: () => printer.close(),
  }
}
