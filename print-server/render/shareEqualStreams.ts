import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'

/** Stores streams with equal bytes once: the copies of a document use the same font subsets, which are most of its size. */
export function shareEqualStreams({ context }: PDFDocument): void {
  const first = new Map<string, PDFRef>()
  const equal = new Map<PDFRef, PDFRef>()
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const hash = createHash('sha256').update(object.dict.toString()).update(object.contents).digest('hex')
    const known = first.get(hash)
    if (known) equal.set(ref, known)
    else first.set(hash, ref)
  }
  for (const [, object] of context.enumerateIndirectObjects()) redirect(object, equal)
  for (const ref of equal.keys()) context.delete(ref)
}

function redirect(object: PDFObject, equal: Map<PDFRef, PDFRef>): void {
  if (object instanceof PDFStream) redirect(object.dict, equal)
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      const known = value instanceof PDFRef ? equal.get(value) : undefined
      if (known) object.set(key, known)
      else redirect(value, equal)
    }
  }
  if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) {
      const known = value instanceof PDFRef ? equal.get(value) : undefined
      if (known) object.set(index, known)
      else redirect(value, equal)
    }
  }
}
