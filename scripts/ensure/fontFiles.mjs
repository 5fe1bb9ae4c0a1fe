import { Refusal } from '../say.mjs'

/** Makes the font files of the papers where the print server looks for them. The npm packages must be there. */
export async function ensureFontFiles() {
  try {
    // Loaded late: what makes the fonts comes from npm.
    const { ensureFonts } = await import('../fonts.mjs')
    await ensureFonts('.cache/fonts')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal({ zh: `字体文件生成失败：${why}`, en: `The font files could not be made: ${why}` })
  }
}
