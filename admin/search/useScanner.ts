import { useEffect, useEffectEvent } from 'react'
import { scanBurst } from './scanBurst'

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Calls back with what a barcode scanner read while nobody was in a field or a dialog. */
export function useScanner(onScan: (code: string) => void) {
  const tell = useEffectEvent(onScan)
  useEffect(() => {
    const burst = scanBurst()
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (isField(event.target) || document.querySelector('[role="dialog"]')) return
      const isShortcut = burst.isUnderWay(event.timeStamp)
      const code = burst.key(event.key, event.timeStamp)
      // A letter of a code is no shortcut, and its Enter presses no button.
      if (isShortcut || code) {
        event.preventDefault()
        event.stopPropagation()
      }
      if (code) tell(code)
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
