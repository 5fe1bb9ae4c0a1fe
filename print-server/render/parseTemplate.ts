import Handlebars from 'handlebars'
import { TemplateFault, type Place, type Sentence } from './templateFault.js'

/** The syntax tree of one file, every node of which knows the file. @throws TemplateFault */
export function parseTemplate(file: string, source: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source, { srcName: file })
  } catch (error) {
    throw readFault(error, file, source)
  }
}

/** What Handlebars says of a template, at its place. Its parser tells the place only in its text. */
function readFault(error: unknown, file: string, source: string): TemplateFault {
  const message = error instanceof Error ? error.message : String(error)
  const parsed = /^(?:Parse|Lexical) error on line (\d+)[^\n]*\n(?:\.\.\.)?([^\n]*)\n(-*)\^/.exec(message)
  if (!parsed) return new TemplateFault(handlebarsSentence(error), { file, ...placeOf(error) })
  const [, line, excerpt = '', dashes = ''] = parsed
  return new TemplateFault(parseSentence(message), {
    file,
    ...placeIn(source, Number(line), excerpt, dashes.length),
  })
}

/** The caret stands under an excerpt whose line breaks are left out, so its text is looked for in the source. */
function placeIn(source: string, line: number, excerpt: string, caret: number): Place {
  const text = source.split('\n')[line - 1] ?? ''
  const before = excerpt.slice(0, caret)
  for (let from = 0; from < before.length; from++) {
    const at = text.lastIndexOf(before.slice(from))
    if (at >= 0) return { line, column: at + before.length - from + 1 }
  }
  return { line, column: 1 }
}

function parseSentence(message: string): Sentence {
  const got = /got '(\w+)'/.exec(message)?.[1]
  if (got === 'EOF')
    return {
      zh: '到文件末尾还有没结束的块，缺少 {{/…}}',
      en: 'the file ends inside a block; a {{/…}} is missing',
    }
  if (got === 'OPEN_ENDBLOCK')
    return { zh: '多了一个 {{/…}}，没有与它对应的块', en: 'this {{/…}} closes a block that is not open' }
  if (got === 'INVALID') return { zh: '{{ 没有正确结束，缺少 }}', en: 'a {{ is not ended by }}' }
  return { zh: '这里的 Handlebars 写法不对', en: 'this is no correct Handlebars' }
}

/** Handlebars counts columns from 0 and puts the place behind its sentences. */
export function placeOf(error: unknown): Place {
  if (!(error instanceof Error) || !('lineNumber' in error) || !('column' in error)) return {}
  const { lineNumber, column } = error
  return typeof lineNumber === 'number' && typeof column === 'number'
    ? { line: lineNumber, column: column + 1 }
    : {}
}

export function handlebarsSentence(error: unknown): Sentence {
  const en = (error instanceof Error ? error.message : String(error)).replace(/ - \d+:\d+$/, '')
  const [, opened, closed] = /^(\S+) doesn't match (\S+)$/.exec(en) ?? []
  if (opened)
    return { zh: `{{#${opened}}} 被 {{/${closed}}} 结束了`, en: `{{#${opened}}} is ended by {{/${closed}}}` }
  const helper = /unknown helper (\S+)/.exec(en)?.[1]
  if (helper) return { zh: `没有名为 ${helper} 的函数`, en: `there is no helper named ${helper}` }
  if (/call stack/.test(en))
    return {
      zh: '片段没完没了地调用自己，或者块嵌套得太深（call stack）',
      en: 'a partial calls itself for ever, or blocks are nested too deep (call stack)',
    }
  if (/primitive value/.test(en))
    return {
      zh: '有一个值不能写成文字，请改用它里面的字段',
      en: 'a value cannot be written as text; name a field of it',
    }
  return { zh: en, en }
}
