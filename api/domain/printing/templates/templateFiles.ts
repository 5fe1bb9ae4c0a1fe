import { canonicalJson, sha256 } from '../../../engine/canonical.js'
import type { FieldErrors } from '../../../engine/problem.js'
import { Invalid } from '../../../engine/problems.js'
import { asObject } from '../../../engine/shapes.js'
import { say } from '../../../engine/text.js'
import { isPaper } from './paper.js'

const MOST_CHARACTERS = 500_000
const NAME = /^(?:template\.hbs|style\.css|document\.json|partials\/[\w-]{1,60}\.(?:hbs|css))$/

/** Refuses files and papers of which no template can be made, with what to do about it. */
export function checkTemplateFiles(files: unknown, papers: unknown): void {
  const errors: FieldErrors = {}
  const texts = Object.entries(asObject(files))
  const strange = texts.find(([name]) => !NAME.test(name))?.[0]
  if (typeof asObject(files)['template.hbs'] !== 'string')
    errors.files = say('文件中要有 template.hbs。', 'The files must hold a template.hbs.')
  else if (!texts.every(([, text]) => typeof text === 'string'))
    errors.files = say('每个文件都应是文字。', 'Every file must be text.')
  else if (strange !== undefined)
    errors.files = say(
      `「${strange.slice(0, 80)}」不是模板的文件；可以有 template.hbs、style.css、document.json 和 partials/名称.hbs、.css。`,
      `"${strange.slice(0, 80)}" is no file of a template; there can be template.hbs, style.css, document.json and partials/<name>.hbs or .css.`,
    )
  else if (texts.reduce((sum, [, text]) => sum + String(text).length, 0) > MOST_CHARACTERS)
    errors.files = say(
      `模板太大，最多 ${MOST_CHARACTERS} 个字符。`,
      `The template is too large; at most ${MOST_CHARACTERS} characters.`,
    )
  if (!Array.isArray(papers) || papers.length === 0 || !papers.every(isPaper))
    errors.papers = say(
      '至少要有一种纸张，含 name、widthMm、heightMm。',
      'At least one paper with name, widthMm and heightMm.',
    )
  if (Object.keys(errors).length > 0) throw Invalid(errors)
}

/** The hash of what a template is. */
export const templateHash = (files: unknown, papers: unknown): string =>
  sha256(canonicalJson({ files, papers }))
