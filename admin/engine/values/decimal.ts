const FULL_WIDTH_OFFSET = 0xfee0

/** What an input method or a spreadsheet leaves in a number: full-width digits, 。 for the point, separators, ¥. */
export const plainNumber = (text: string): string =>
  text
    .replace(/[０-９．－％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/。/g, '.')
    .replace(/[\s,，¥￥]/g, '')

/** True for a decimal in plain digits with at most `places` behind the point. */
export function isDecimal(text: string, places: number): boolean {
  const match = /^-?(\d+\.?\d*|\.\d+)$/.exec(text)
  return match !== null && (text.split('.')[1] ?? '').length <= places
}

/** Moves the point of a decimal string without going through binary floats: ('0.13', 2) is '13'. */
export function shiftPoint(text: string, places: number): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + places
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 0)
  return sign + trimDecimal(`${padded.slice(0, at) || '0'}.${padded.slice(at)}`)
}

/** '2.5000' is '2.5', '007.' is '7', with at least `places` behind the point. */
export function trimDecimal(text: string, places = 0): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const kept = fraction.replace(/0+$/, '').padEnd(places, '0')
  const units = whole.replace(/^0+(?=\d)/, '') || '0'
  return sign + (kept ? `${units}.${kept}` : units)
}

/** Thousands separators for a decimal string. */
export const grouped = (text: string): string => {
  const [whole = '', fraction] = text.split('.')
  const units = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? units : `${units}.${fraction}`
}
