/** Puts the cursor where typing begins: into the first input of what has just appeared. */
export const focusFirst = (content: HTMLElement | null) =>
  content?.querySelector<HTMLElement>('input:not([type="checkbox"]), textarea, [role="combobox"]')?.focus()
