/** Why a file cannot be the logo. */
export type PictureFault = 'kind' | 'size' | 'broken'

const MOST_BYTES = 200_000
const KINDS = new Set(['image/png', 'image/jpeg', 'image/svg+xml'])
/** Enough for 60 mm at 300 dots an inch. */
const DRAWN_WIDE = 700

const dataUrlOf = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(new Error(reader.error?.message)))
    reader.readAsDataURL(file)
  })

/** As a picture without a page around it: scripts in a drawing do not run there, and nothing is fetched. */
const pictureOf = (url: string): Promise<HTMLImageElement | null> =>
  new Promise((resolve) => {
    const picture = new Image()
    picture.addEventListener('load', () => resolve(picture))
    picture.addEventListener('error', () => resolve(null))
    picture.src = url
  })

/** A drawing as dots: papers carry pictures only, and no pages with links and scripts of their own. */
function drawn(picture: HTMLImageElement): string | null {
  const canvas = document.createElement('canvas')
  const [width, height] = [picture.naturalWidth || 300, picture.naturalHeight || 150]
  canvas.width = DRAWN_WIDE
  canvas.height = Math.max(1, Math.round((DRAWN_WIDE * height) / width))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  try {
    return canvas.toDataURL('image/png')
  } catch {
    // A drawing with HTML in it is not given out again by some browsers.
    return null
  }
}

/** Bytes behind a data: URL. */
const sizeOf = (url: string) => Math.floor(((url.length - url.indexOf(',') - 1) * 3) / 4)

/** The file as a data: URL once it has proved to be a picture; the server looks at it again when it is saved. */
export async function readPicture(file: File): Promise<{ url: string } | { fault: PictureFault }> {
  if (!KINDS.has(file.type)) return { fault: 'kind' }
  if (file.size > MOST_BYTES) return { fault: 'size' }
  const read = await dataUrlOf(file)
  const picture = await pictureOf(read)
  const url = picture && (file.type === 'image/svg+xml' ? drawn(picture) : read)
  if (!url) return { fault: 'broken' }
  return sizeOf(url) > MOST_BYTES ? { fault: 'size' } : { url }
}
