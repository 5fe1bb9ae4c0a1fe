import { useState } from 'react'
import type { Codec } from './codecs'

const plain: Codec = {
  text: (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : ''),
  parse: (text) => text || null,
  isValid: () => true,
}

/** Shows the stored value until somebody types; what is typed stays as typed until the input is left. */
export function useTypedText(codec: Codec = plain, value: unknown, setValue: (value: unknown) => void) {
  const [typed, setTyped] = useState<string>()
  return {
    text: typed ?? codec.text(value),
    onType: (text: string) => {
      setTyped(text)
      setValue(codec.parse(text))
    },
    onLeave: () => setTyped(undefined),
  }
}
