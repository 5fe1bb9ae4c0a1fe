// @ts-check
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const require = createRequire(import.meta.url)

const fontFiles = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/900Black/NotoSansSC_900Black.ttf',
]

/** Names that templates made for office software use: on this paper they all mean the one font that we ship. */
const standIns = [
  'sans-serif, serif, monospace, system-ui, Arial, Helvetica, Times New Roman, Courier New',
  'SimSun, 宋体, NSimSun, 新宋体, SimHei, 黑体, Microsoft YaHei, 微软雅黑, KaiTi, 楷体, FangSong, 仿宋',
  'PingFang SC, Source Han Sans SC, Noto Sans CJK SC',
].flatMap((names) => names.split(', '))

/**
 * Writes a fontconfig file that makes the TrueType files of Noto Sans SC the font of the papers, on every Linux alike.
 * TrueType, because outlines of the other kind end as slow Type 3 fonts in the PDF. The system's fonts
 * only help out with characters that ours lacks.
 * @param {string} targetDir a folder that may be deleted at any time
 * @returns {Promise<string>} the absolute path of the file, for FONTCONFIG_FILE
 */
export async function ensureFonts(targetDir) {
  const dir = resolve(targetDir)
  const file = join(dir, 'fonts.conf')
  const wanted = fontConfig(fontFiles.map(folderOf), join(dir, 'cache'))
  if ((await readFile(file, 'utf8').catch(() => '')) === wanted) return file
  await mkdir(dir, { recursive: true })
  // Several programs, and several browsers of one, may start at once: each sees the old file or the new one, never half of one.
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, wanted)
  await rename(draft, file)
  return file
}

/** @param {string} fontFile */
function folderOf(fontFile) {
  try {
    return dirname(require.resolve(fontFile))
  } catch {
    throw new Error(`The font file ${fontFile} is missing; run npm ci to install it.`)
  }
}

/** @param {string[]} folders @param {string} cacheFolder */
function fontConfig(folders, cacheFolder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${xml(folder)}</dir>`).join('\n')}
  <dir>/usr/share/fonts</dir>
  <cachedir>${xml(cacheFolder)}</cachedir>
  <selectfont>
    <rejectfont><glob>/usr/share/fonts/*NotoSansSC*</glob></rejectfont>
  </selectfont>
${standIns.map(alias).join('\n')}
</fontconfig>
`
}

/** @param {string} family */
function alias(family) {
  return `  <alias binding="same"><family>${xml(family)}</family><prefer><family>Noto Sans SC</family></prefer></alias>`
}

/** @param {string} text */
function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
