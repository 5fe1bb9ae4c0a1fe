import { localStorageStore, type Store } from 'react-admin'

const KEPT = ['locale', 'theme', 'sidebar.open']

const local = localStorageStore('1', 'Slipway')

/** Signing out forgets lists, filters and columns of the person, but not the language and theme of the desk. */
export const store: Store = {
  ...local,
  reset() {
    const kept = KEPT.map((key) => [key, local.getItem<unknown>(key)] as const)
    local.reset()
    for (const [key, value] of kept) if (value !== undefined) local.setItem(key, value)
  },
}
