/** Where a copy's pages are in its document's PDF, counted from 1. */
export interface Sheets {
  copyId: number
  from: number
  to: number
}

export interface Rendering {
  pdf: Buffer
  pages: number
  /** Which pages are whose, in the order of the copies. */
  sheets: Sheets[]
}
