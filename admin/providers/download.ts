import { send } from './http'

const nameIn = (response: Response, fallback: string) => {
  const disposition = response.headers.get('Content-Disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/i.exec(disposition)?.[1] ?? fallback)
}

async function* chunksOf(response: Response) {
  const reader = response.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) return
    yield next.value
  }
}

/**
 * Downloads a file and tells how many bytes have come so far. Through fetch, not a plain link, so that a refusal
 * becomes a sentence and the file is worded in the chosen language.
 */
export async function download(
  url: string,
  fallbackName: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const response = await send(url, { headers: { Accept: '*/*' } })
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for await (const part of chunksOf(response)) {
    parts.push(part)
    bytes += part.byteLength
    onBytes(bytes)
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(parts, { type: response.headers.get('Content-Type') ?? '' }))
  link.download = nameIn(response, fallbackName)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
