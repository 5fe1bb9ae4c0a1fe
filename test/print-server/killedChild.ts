import { pino } from 'pino'
import { startPrintServer } from '../../print-server/printServer.js'
import { fastTiming } from './fastTiming.js'
import { pdfOf } from './world.js'

/** A print server as a process of its own that a test can kill; only the renderer is a stand-in. Arguments: API, key, bytes of a paper. */
const [apiUrl = '', token = '', bytes = '1500000'] = process.argv.slice(2)
const size = Number(bytes)
await startPrintServer({
  config: { apiUrl, token, host: '127.0.0.1', port: 0 },
  renderer: {
    ready: () => true,
    renderMany: (contents) =>
      Promise.all(
        contents.map((content) =>
          Promise.resolve({ pdf: pdfOf(JSON.stringify(content.data), size), pages: 1, sheets: [] }),
        ),
      ),
    render: (content) =>
      Promise.resolve({ pdf: pdfOf(JSON.stringify(content.data), size), pages: 1, sheets: [] }),
  },
  log: pino({ level: 'silent' }),
  timing: fastTiming,
})
