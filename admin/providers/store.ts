import { localStorageStore, type Store } from 'react-admin'

const KEPT = ['locale', 'theme', 'sidebar.open']

const local = localStorageStore('1', 'Slipway')

const listeners = new Set<(key: string, value: unknown) => void>()

/** Calls back with whatever this tab puts into the store or takes out of it (undefined). */
export function onStored(listener: (key: string, value: unknown) => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Puts a value in without telling anybody but the screens: it came from where the listeners would send it. */
export const putQuietly = (key: string, value: unknown) => local.setItem(key, value)

/** Signing out forgets lists, filters and columns of the person, but not the language and theme of the desk. */
export const store: Store = {
  ...local,
  setItem(key, value) {
    local.setItem(key, value)
    for (const listener of listeners) listener(key, value)
  },
  removeItem(key) {
    local.removeItem(key)
    for (const listener of listeners) listener(key, undefined)
  },
  reset() {
    const kept = KEPT.map((key) => [key, local.getItem<unknown>(key)] as const)
    local.reset()
    for (const [key, value] of kept) if (value !== undefined) local.setItem(key, value)
  },
}
