// One look around the network by DNS-SD, in a thread of its own: whatever a device or a missing multicast does to the
// library ends the thread and not the printing. Answers the services as they were announced, unchecked.
import { parentPort, workerData } from 'node:worker_threads'
import { Bonjour } from 'bonjour-service'

/** @type {{ address: string | null, forMs: number, most: number }} */
// oxlint-disable-next-line typescript/no-unsafe-assignment -- what browse.ts gives this thread
const { address, forMs, most } = workerData

// Bound to one address only, the socket would hear no multicast at all.
/** @type {object} */
const options = { bind: '0.0.0.0', loopback: true, reuseAddr: true, ...(address && { interface: address }) }
const bonjour = new Bonjour(options, fail)
const browsers = ['ipp', 'ipps'].map((type) => bonjour.find({ type }))
// What was lost on the way is asked for once more.
setTimeout(() => browsers.forEach((browser) => browser.update()), forMs / 3)
setTimeout(() => {
  const services = browsers.flatMap((browser) => browser.services).slice(0, most)
  parentPort?.postMessage(
    services.map(({ name, type, host, port, addresses, txt }) => ({
      name,
      type,
      host,
      port,
      addresses,
      // oxlint-disable-next-line typescript/no-unsafe-assignment -- whatever a device says; browse.ts looks at it
      txt: { ...txt },
    })),
  )
  process.exit()
}, forMs)

/** @param {unknown} error */
function fail(error) {
  throw error
}
