import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface PackedFile {
  path: string
  bytes: number
  sha256: string
}

export interface ZipWriter {
  /** The ZIP as it grows; somebody must read it, or `add` waits. */
  bytes: AsyncIterable<Uint8Array>
  /** Every file that is in it, in order. */
  files: PackedFile[]
  /** Adds one file, read as it comes; resolves when it is read to its end. One at a time. */
  add(path: string, content: AsyncIterable<Uint8Array | string>, compress?: boolean): Promise<PackedFile>
  end(): void
  /** Gives up: who reads the ZIP and who adds to it both get this error. */
  fail(error: Error): void
}

/** A ZIP that is written while it is read, whatever its size; each file's SHA-256 is taken on the way. */
export function zipWriter(madeAt: Date): ZipWriter {
  const zip = new ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  // Told to whoever reads or adds; unheard, it would end the process.
  output.on('error', () => undefined)
  const fail = (error: Error) => void output.destroy(error)
  zip.on('error', fail)
  const files: PackedFile[] = []

  return {
    bytes: output,
    files,
    add(path, content, compress = true) {
      const hash = createHash('sha256')
      let size = 0
      async function* counted() {
        for await (const part of content) {
          const bytes = typeof part === 'string' ? Buffer.from(part) : part
          hash.update(bytes)
          size += bytes.length
          yield bytes
        }
      }
      const source = Readable.from(counted(), { objectMode: false })
      return new Promise((resolve, reject) => {
        // The reader may have gone away before this file, or go away in the middle of it.
        const broken = () => {
          source.destroy()
          reject(output.errored ?? new Error('Nobody reads the ZIP any more.'))
        }
        if (output.destroyed) return broken()
        output.once('close', broken)
        source.once('error', (error) => {
          fail(error)
          reject(error)
        })
        source.once('end', () => {
          output.off('close', broken)
          const file = { path, bytes: size, sha256: hash.digest('hex') }
          files.push(file)
          resolve(file)
        })
        zip.addReadStream(source, path, { compress, mtime: madeAt })
      })
    },
    end: () => zip.end(),
    fail,
  }
}
