const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** An EAN-13 of twelve digits with its check digit. */
export function ean13(digits: string): string {
  const sum = Array.from(digits).reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  )
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/**
 * A 统一社会信用代码 with right check characters (GB 32100, GB 11714). `kind` is 91 for companies, 92 for sole
 * traders; the letters DM in the body mark it as made up.
 */
export function creditCode(kind: '91' | '92', region: string, serial: number): string {
  const body = `MA0DM${String(serial).padStart(3, '0')}`
  const sum = weigh(body, BODY_WEIGHTS, (character) => Number.parseInt(character, 36))
  const check = (11 - (sum % 11)) % 11
  const code = `${kind}${region}${body}${check === 10 ? 'X' : check}`
  const rest = weigh(code, CREDIT_WEIGHTS, (character) => CREDIT.indexOf(character)) % 31
  return `${code}${CREDIT[(31 - rest) % 31]}`
}

const weigh = (text: string, weights: readonly number[], value: (character: string) => number): number =>
  weights.reduce((sum, weight, at) => sum + weight * value(text.charAt(at)), 0)
