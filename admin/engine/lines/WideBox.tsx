import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useT } from '../../i18n/useT'

/** A table that may be wider than its place: it scrolls by itself, and then the keyboard reaches it too. */
export function WideBox({ children }: { children: ReactNode }) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    const { current } = box
    if (!current) return undefined
    const look = () => setWide(current.scrollWidth > current.clientWidth)
    const watch = new ResizeObserver(look)
    for (const one of [current, ...current.children]) watch.observe(one)
    return () => watch.disconnect()
  }, [])
  const reachable = isWide ? { tabIndex: 0, role: 'group', 'aria-label': t('lines.scrolls') } : {}
  return (
    <div ref={box} style={{ overflowX: 'auto' }} {...reachable}>
      {children}
    </div>
  )
}
