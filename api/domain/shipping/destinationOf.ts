const PARTS =
  /^\s*(?:([\p{Script=Han}]{2,8}?)(?:省|(?:壮族|回族|维吾尔)?自治区|特别行政区))?\s*(?:([\p{Script=Han}]{2,10}?)(?:市|自治州|地区|盟))?\s*(?:([\p{Script=Han}]{1,10}?(?:区|县|市|旗)))?/u

/** Where goods go, as carriers write it in large letters: `浙江 绍兴 柯桥区`, or null for an address in other words. */
export function destinationOf(address: unknown): string | null {
  const [, province, city, district] = PARTS.exec(typeof address === 'string' ? address : '') ?? []
  const parts = [province, city, district].filter((part) => part !== undefined)
  return parts.length > 0 && (province ?? city) ? parts.join(' ') : null
}
