import type { ResourceSchema, Text2 } from '../schema/types'

/** The lists whose name has this text in it, in either language. */
export function screensNamed(resources: ResourceSchema[], typed: string): ResourceSchema[] {
  const text = typed.trim().toLowerCase()
  const has = ({ zh, en }: Text2) => zh.includes(text) || en.toLowerCase().includes(text)
  return text === '' ? [] : resources.filter(({ label }) => has(label)).slice(0, 4)
}
