import { useEffect, useRef, type KeyboardEvent } from 'react'

interface GridKeys {
  rows: number
  columns: number
  addRow: () => void
  removeRow: (row: number) => void
}

interface Cell {
  row: number
  column: number
}

/** Elements that use the vertical arrows themselves. */
const ownsArrows = (target: EventTarget) =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type.startsWith('date'))

const cellOf = (target: EventTarget): Cell | undefined => {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined
}

/**
 * The keyboard of a line grid: Enter to the next cell and, on the last, to a new row; arrows between rows;
 * Ctrl+Delete removes the row. Tab is the browser's own.
 */
export function useGridKeys({ rows, columns, addRow, removeRow }: GridKeys) {
  const grid = useRef<HTMLTableElement>(null)
  const wanted = useRef<Cell>(undefined)

  const focus = ({ row, column }: Cell) => {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
    cell?.querySelector<HTMLElement>('input, select')?.focus()
  }

  // A cell of a row that was just added exists only after the next render.
  useEffect(() => {
    if (!wanted.current) return
    focus(wanted.current)
    wanted.current = undefined
  }, [rows])

  const next = ({ row, column }: Cell) => {
    if (column + 1 < columns) return focus({ row, column: column + 1 })
    if (row + 1 < rows) return focus({ row: row + 1, column: 0 })
    wanted.current = { row: row + 1, column: 0 }
    addRow()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = cellOf(event.target)
    if (!cell || event.nativeEvent.isComposing) return
    // Enter that takes a record out of a list is answered by `onPick` of the grid.
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.defaultPrevented) {
      event.preventDefault()
      next(cell)
    } else if (event.key === 'Delete' && event.ctrlKey) {
      event.preventDefault()
      wanted.current = { row: Math.min(cell.row, rows - 2), column: cell.column }
      removeRow(cell.row)
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !event.defaultPrevented) {
      if (ownsArrows(event.target)) return
      event.preventDefault()
      focus({ row: cell.row + (event.key === 'ArrowUp' ? -1 : 1), column: cell.column })
    }
  }

  const addAndFocus = () => {
    wanted.current = { row: rows, column: 0 }
    addRow()
  }

  return { grid, onKeyDown, addAndFocus, focus }
}
