import type { Tone } from '../schema/types'

/** Palette entry behind a tone of the schema; neutral is plain text on a quiet ground. */
export const toneColor: Record<Tone, string> = {
  neutral: 'text.secondary',
  info: 'info.main',
  success: 'success.main',
  warning: 'warning.main',
  error: 'error.main',
}
