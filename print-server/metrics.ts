import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  registry: Registry
  jobs: Counter<'outcome'>
  jobSeconds: Histogram
  renderSeconds: Histogram
  printers: Gauge
  apiReachable: Gauge
}

/** A registry of its own, so that two print servers in one process (tests) do not meet. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    jobs: new Counter({
      name: 'slipway_print_jobs_total',
      help: 'Jobs that ended here, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'slipway_print_job_seconds',
      help: 'From the start of a job to its end at the printer, waits included',
      buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 1800],
      registers,
    }),
    renderSeconds: new Histogram({
      name: 'slipway_print_render_seconds',
      help: 'From frozen data to PDF, waits for a browser included',
      buckets: [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 20],
      registers,
    }),
    printers: new Gauge({
      name: 'slipway_print_printers',
      help: 'Printers leased by this process',
      registers,
    }),
    apiReachable: new Gauge({
      name: 'slipway_print_api_reachable',
      help: '1 when the last call to the API was answered',
      registers,
    }),
  }
}
