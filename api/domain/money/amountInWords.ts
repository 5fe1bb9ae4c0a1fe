const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const UNITS = ['', '拾', '佰', '仟']
const SECTIONS = ['', '万', '亿', '万']

/**
 * 人民币大写 of an amount in 分, by the rules for 支付结算: whole yuan end in 整, an amount that ends in 角 takes 整
 * too, one with 分 does not; consecutive zeros are one 零; negative amounts begin with 负.
 */
export function amountInWords(fen: number): string {
  const absolute = Math.abs(fen)
  const yuan = Math.floor(absolute / 100)
  const [jiao, cents] = [Math.floor(absolute / 10) % 10, absolute % 10]
  const sign = fen < 0 ? '负' : ''
  if (absolute === 0) return '人民币零元整'
  const whole = yuan > 0 ? `${integerInWords(yuan)}元` : ''
  if (jiao === 0 && cents === 0) return `人民币${sign}${whole}整`
  const zero = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? '零' : ''
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : ''
  const hundredths = cents > 0 ? `${DIGITS[cents]}分` : '整'
  return `人民币${sign}${whole}${zero}${tenths}${hundredths}`
}

/** Four digits at a time; a 零 stands where a section begins with zeros or was skipped. */
function integerInWords(value: number): string {
  const sections: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10000)) sections.push(rest % 10000)
  let words = ''
  let skipped = false
  for (let at = sections.length - 1; at >= 0; at--) {
    const section = sections[at] ?? 0
    if (section === 0) {
      skipped = true
      continue
    }
    if (words !== '' && (skipped || section < 1000)) words += '零'
    words += sectionInWords(section) + (SECTIONS[at] ?? '')
    // 壹万零壹亿, but 壹万亿 when its own section of 亿 is empty.
    if (at === 3 && sections[2] === 0) words += '亿'
    skipped = false
  }
  return words
}

function sectionInWords(section: number): string {
  let words = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(section / 10 ** place) % 10
    if (digit === 0) {
      gap = words !== ''
      continue
    }
    if (gap) words += '零'
    words += `${DIGITS[digit]}${UNITS[place]}`
    gap = false
  }
  return words
}
