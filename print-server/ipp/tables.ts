import ipp from 'ipp'

// Registered attributes that ipp 2.0.1 does not know; its serializer throws on every name outside its tables.
const keyword = { type: 'keyword', tag: 0x44 }
ipp.attributes['Job Template']['print-scaling'] ??= keyword
ipp.attributes['Printer Description']['print-scaling-supported'] ??= keyword
// Its rule for "integer or no value" calls a function that does not exist.
const integer = { type: 'integer', tag: 0x21 }
ipp.attributes['Job Description']['time-at-completed'] = integer
ipp.attributes['Job Description']['time-at-processing'] = integer
ipp.attributes['Operation']['first-job-id'] ??= integer

// What a printer has in stock (PWG 5100.13, and CUPS for the markers).
const several = { setof: true }
const stock = ipp.attributes['Printer Description']
for (const name of ['marker-names', 'marker-types', 'marker-colors'])
  stock[name] ??= { type: 'name', tag: 0x42, ...several }
for (const name of ['marker-levels', 'marker-low-levels', 'marker-high-levels'])
  stock[name] ??= { ...integer, ...several }
stock['printer-input-tray'] ??= { type: 'octetString', tag: 0x30, ...several }

export const tables = ipp

/** The name of a status code, or its number in hex where the registry has moved on. */
export function statusName(status: number): string {
  return ipp.statusCodes.lookup[status] ?? `0x${status.toString(16).padStart(4, '0')}`
}
