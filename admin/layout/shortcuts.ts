import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { AppMessage } from '../i18n/appZh'

interface Shortcut {
  /** A key as the browser names it; `mod+` before it is Ctrl, or ⌘ on a Mac. */
  key: string
  label: AppMessage
  run: () => void
}

let shortcuts: Shortcut[] = []
const listeners = new Set<() => void>()

const change = (next: Shortcut[]) => {
  shortcuts = next
  for (const listener of listeners) listener()
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Listens for all shortcuts of the page; called once. Bare letters count only while nobody types. */
export function listenForShortcuts() {
  window.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    if (!isMod && (isTyping(event.target) || document.querySelector('[role="dialog"]'))) return
    const pressed = isMod ? `mod+${event.key.toLowerCase()}` : event.key
    const shortcut = shortcuts.findLast((candidate) => candidate.key === pressed)
    if (!shortcut) return
    event.preventDefault()
    shortcut.run()
  })
}

/** A shortcut for as long as its component is there; the newest of a key wins. */
export function useShortcut(key: string, label: AppMessage, run: () => void) {
  const runLatest = useEffectEvent(run)
  useEffect(() => {
    const shortcut = { key, label, run: () => runLatest() }
    change([...shortcuts, shortcut])
    return () => change(shortcuts.filter((candidate) => candidate !== shortcut))
  }, [key, label])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useShortcuts = () => useSyncExternalStore(subscribe, () => shortcuts)
