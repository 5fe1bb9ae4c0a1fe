import { useSyncExternalStore } from 'react'
import { isObject } from './valueAt'
import type { ResourceSchema, Schema } from './types'

export const isSchema = (value: unknown): value is Schema =>
  isObject(value) && isObject(value.user) && Array.isArray(value.resources)

let current: Schema | undefined
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The schema of the person signed in. It lives outside React because translations and providers read it too. */
export const currentSchema = () => current

export function setSchema(schema: Schema | undefined) {
  current = schema
  for (const listener of listeners) listener()
}

export const useSchema = () => useSyncExternalStore(subscribe, currentSchema)

/** The declaration of a resource, or undefined where this person may not read it. */
export const resourceOf = (name: string | undefined): ResourceSchema | undefined =>
  current?.resources.find((resource) => resource.name === name)

export const useResourceSchema = (name: string | undefined) => {
  useSchema()
  return resourceOf(name)
}
