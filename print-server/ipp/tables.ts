import ipp from 'ipp'

// Registered attributes that ipp 2.0.1 does not know; its serializer throws on every name outside its tables.
const keyword = { type: 'keyword', tag: 0x44 }
ipp.attributes['Job Template']['print-scaling'] ??= keyword
ipp.attributes['Printer Description']['print-scaling-supported'] ??= keyword
ipp.attributes['Operation']['first-job-id'] ??= { type: 'integer', tag: 0x21 }

export const tables = ipp

/** The name of a status code, or its number in hex where the registry has moved on. */
export function statusName(status: number): string {
  return ipp.statusCodes.lookup[status] ?? `0x${status.toString(16).padStart(4, '0')}`
}
