import type { FieldErrors } from '../problem.js'
import type { Text2 } from '../text.js'

/** What is wrong with a cell of the file, where people find it. */
export interface CellProblem {
  /** As the spreadsheet counts. */
  row: number
  /** `C`; empty when it concerns the whole row. */
  column: string
  message: Text2
}

/** The rows of one record: its own, and those of its lines. */
export interface Place {
  row: number
  lineRows: number[]
}

const MOST_KEPT = 1000

/** Gathers what is wrong, each at its cell: the first thousand, and the number of all. */
export class Faults {
  private readonly kept: CellProblem[] = []
  count = 0

  /** `letters`: the column of the file that fills each field. */
  constructor(private readonly letters: ReadonlyMap<string, string>) {}

  /** In the order of the sheet. */
  get list(): CellProblem[] {
    const place = ({ column }: CellProblem) => column.padStart(3)
    return this.kept.toSorted((a, b) => a.row - b.row || (place(a) < place(b) ? -1 : 1))
  }

  add(row: number, path: string, message: Text2): void {
    this.count += 1
    if (this.kept.length < MOST_KEPT) this.kept.push({ row, column: this.letters.get(path) ?? '', message })
  }

  /** Takes the errors that a form would show at its fields. */
  addErrors(place: Place, errors: FieldErrors): void {
    for (const [name, error] of Object.entries(errors)) this.take(place, name, place.row, error)
  }

  private take(place: Place, path: string, row: number, error: Text2 | FieldErrors | FieldErrors[]): void {
    if (Array.isArray(error))
      for (const [at, line] of error.entries())
        for (const [name, one] of Object.entries(line))
          this.take(place, `${path}.${name}`, place.lineRows[at] ?? row, one)
    else if (isText(error)) this.add(row, path, error)
    else for (const [name, one] of Object.entries(error)) this.take(place, `${path}.${name}`, row, one)
  }
}

const isText = (error: Text2 | FieldErrors): error is Text2 =>
  typeof error.zh === 'string' && typeof error.en === 'string'
