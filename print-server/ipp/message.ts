/** Dots per inch or centimetre, across (`x`) and along (`y`) the sheet. */
export interface Resolution {
  x: number
  y: number
  unit: 'dpi' | 'dpcm'
}

/** A value as a printer sent it. Out-of-band values (unknown, no-value) keep their tag. */
export type IppValue =
  | number
  | boolean
  | string
  | Date
  | Buffer
  | { lower: number; upper: number }
  | Resolution
  | { language: string; text: string }
  | { outOfBand: number }
  | Attributes

/** Every attribute holds an array, because IPP does not tell one value from a set of one. */
export type Attributes = Map<string, IppValue[]>

export type GroupName = 'operation' | 'job' | 'printer' | 'unsupported' | 'other'

export interface IppMessage {
  version: string
  /** The status of a reply, the operation of a request. */
  code: number
  requestId: number
  groups: { name: GroupName; attributes: Attributes }[]
  /** What follows the attributes: the document of a Print-Job or Send-Document. */
  data: Buffer
}

/** All groups of one name, e.g. the jobs of a Get-Jobs reply. */
export function groupsOf(message: IppMessage, name: GroupName): Attributes[] {
  return message.groups.filter((group) => group.name === name).map((group) => group.attributes)
}

/** The first group of that name, empty when there is none. */
export function groupOf(message: IppMessage, name: GroupName): Attributes {
  return groupsOf(message, name)[0] ?? new Map<string, IppValue[]>()
}

/** The texts among an attribute's values; a text with language gives its text. */
export function texts(attributes: Attributes, name: string): string[] {
  return (attributes.get(name) ?? []).flatMap((value) => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && 'text' in value ? [value.text] : []
  })
}

export function text(attributes: Attributes, name: string): string | null {
  return texts(attributes, name)[0] ?? null
}

/** A UUID URN has 45 letters; whatever is much longer identifies nothing. */
export function uuid(attributes: Attributes, name: string): string | null {
  const value = text(attributes, name)
  return value !== null && value.length <= 80 ? value : null
}

export function integers(attributes: Attributes, name: string): number[] {
  return (attributes.get(name) ?? []).filter((value) => typeof value === 'number')
}

export function integer(attributes: Attributes, name: string): number | null {
  return integers(attributes, name)[0] ?? null
}

export function resolutions(attributes: Attributes, name: string): Resolution[] {
  const values = attributes.get(name) ?? []
  return values.filter((value): value is Resolution => typeof value === 'object' && 'unit' in value)
}

export function flag(attributes: Attributes, name: string): boolean | null {
  const value = attributes.get(name)?.[0]
  return typeof value === 'boolean' ? value : null
}
