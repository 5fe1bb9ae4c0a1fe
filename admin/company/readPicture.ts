/** Why a file cannot be the logo. */
export type PictureFault = 'kind' | 'size' | 'broken'

const MOST_BYTES = 200_000
const KINDS = new Set(['image/png', 'image/jpeg', 'image/svg+xml'])

const dataUrlOf = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(new Error(reader.error?.message)))
    reader.readAsDataURL(file)
  })

/** As a picture without a page around it: scripts in a drawing do not run there, and nothing is fetched. */
const canBeDrawn = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const picture = new Image()
    picture.addEventListener('load', () => resolve(true))
    picture.addEventListener('error', () => resolve(false))
    picture.src = url
  })

/** The file as a data: URL once it has proved to be a picture; the server looks at it again when it is saved. */
export async function readPicture(file: File): Promise<{ url: string } | { fault: PictureFault }> {
  if (!KINDS.has(file.type)) return { fault: 'kind' }
  if (file.size > MOST_BYTES) return { fault: 'size' }
  const url = await dataUrlOf(file)
  return (await canBeDrawn(url)) ? { url } : { fault: 'broken' }
}
