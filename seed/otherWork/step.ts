/** Something that a person of the house does at a time of its own. */
export interface Step {
  /** Working minutes before now. */
  ago: number
  take(): Promise<unknown>
}
