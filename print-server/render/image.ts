import { TemplateFault } from './templateFault.js'

interface Call {
  hash?: Record<string, unknown>
  data?: Record<string, unknown>
}

/**
 * A picture as an element: nothing for no value and for an address, since nothing is fetched.
 * @throws TemplateFault for a name that no picture has
 */
export function image(picture: unknown, { hash = {}, data = {} }: Call): string {
  if (typeof picture !== 'string' || picture === '') return ''
  if (picture.includes(':')) return isPicture(picture) ? element(picture, hash) : ''
  const url: unknown = data.pictures instanceof Map ? data.pictures.get(picture) : undefined
  if (isPicture(url)) return element(url, hash)
  const name = picture.slice(0, 40)
  throw new TemplateFault({
    zh: `没有名为「${name}」的图片；请先在「图片」里上传；已出的单据要重新出单`,
    en: `there is no picture named "${name}"; upload it first, and issue again what was issued without it`,
  })
}

function element(url: string, hash: Record<string, unknown>): string {
  const sizes = ['height', 'width'].flatMap((side) => {
    const mm = Number(hash[side])
    return mm > 0 && mm <= 2_000 ? [`${side}:${mm}mm`] : []
  })
  return `<img src="${url}" alt=""${sizes.length > 0 ? ` style="${sizes.join(';')}"` : ''}>`
}

function isPicture(url: unknown): url is string {
  return (
    typeof url === 'string' && /^data:image\/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+=*$/.test(url)
  )
}
