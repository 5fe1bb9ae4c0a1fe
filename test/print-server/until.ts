/** Waits until something holds; fails with `what` after a generous while. */
export async function until(holds: () => unknown, what: string, limitMs = 20_000): Promise<void> {
  const deadline = Date.now() + limitMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`never happened: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
