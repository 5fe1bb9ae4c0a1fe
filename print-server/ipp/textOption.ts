/** One of the options that an administrator gave a printer; what is no text or empty counts as absent. */
export function textOption(options: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = options?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
