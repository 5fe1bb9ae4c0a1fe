import type { PrintReport } from './benchPrinting.js'

/** The report as text for docs/performance.md. */
export function printTables({
  documents,
  rows,
  latencies,
  previews,
  megabytes,
  slope,
  raster,
}: PrintReport): string {
  const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  const waits = (what: string, found: PrintReport['latencies']) => [
    `| ${what} | p50 | p95 |`,
    '|---|---|---|',
    ...found.map(({ when, p50, p95 }) => `| ${when} | ${p50} ms | ${p95} ms |`),
    '',
  ]
  return [
    '| | ratio | wanted | reached | ours per s | bare per s | ours CPU ms | bare CPU ms |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ name, ratio, target, ours, bare }) =>
        `| ${name} | ${ratio.toFixed(2)} | ${target} | ${ratio >= target ? 'yes' : '**no**'} | ${figure(ours.perSecond)} | ${figure(bare.perSecond)} | ${figure(ours.cpuMs)} | ${figure(bare.cpuMs)} |`,
    ),
    '',
    ...waits('a single document, from the request until its printer has it', latencies),
    ...waits('a preview of a template, from the request until its PDF is there', previews),
    `Memory of the print server with its browsers after each batch of ${documents}: ${megabytes.join(', ')} MB; by the line through`,
    `all but the first, 1000 documents add ${slope.toFixed(1)} MB.`,
    '',
    `Raster at ${raster[0]?.dpi ?? 300} dpi: ${raster.map(({ type, pagesPerSecond }) => `${type} ${pagesPerSecond.toFixed(1)}`).join(', ')} pages per s.`,
    '',
  ].join('\n')
}
