const MAX_BYTES = 255

/** `送货单 SH20261123-0001 [1f9c2a7b]`: the title is cut between letters so that the token always stays whole. */
export function jobName(title: string, token: string): string {
  const tail = ` [${token}]`
  let name = ''
  let bytes = Buffer.byteLength(tail)
  for (const letter of title) {
    bytes += Buffer.byteLength(letter)
    if (bytes > MAX_BYTES) break
    name += letter
  }
  return name + tail
}
