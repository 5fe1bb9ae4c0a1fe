import type Handlebars from 'handlebars'
import { TemplateFault, type Sentence } from './templateFault.js'

/** The same helpers, whose errors tell where in which file they were called. @param needs how many arguments each must have, 1 where it says none */
export function placedHelpers(
  helpers: Handlebars.HelperDeclareSpec,
  needs: Record<string, number>,
): Handlebars.HelperDeclareSpec {
  return Object.fromEntries(
    Object.entries(helpers).map(([name, helper]) => [name, placed(name, helper, needs[name] ?? 1)]),
  )
}

function placed(name: string, helper: Handlebars.HelperDelegate, needs: number): Handlebars.HelperDelegate {
  return function (this: unknown, ...args: unknown[]) {
    if (args.length - 1 < needs) throw new TemplateFault(missing(name, needs), placeOf(args.at(-1)))
    try {
      const answer: unknown = Reflect.apply(helper, this, args)
      return answer
    } catch (error) {
      if (error instanceof TemplateFault)
        throw error.place.line === undefined ? new TemplateFault(error.sentence, placeOf(args.at(-1))) : error
      const en = `${name}: ${error instanceof Error ? error.message : String(error)}`
      throw new TemplateFault({ zh: en, en }, placeOf(args.at(-1)))
    }
  }
}

const missing = (name: string, needs: number): Sentence => ({
  zh: `${name} 后面要写 ${needs} 个参数`,
  en: `${name} needs ${needs} argument${needs === 1 ? '' : 's'}`,
})

/** Handlebars hands the place over with the last argument. */
function placeOf(call: unknown) {
  if (!isRecord(call) || !isRecord(call.loc) || !isRecord(call.loc.start)) return {}
  const { source, start } = call.loc
  return {
    ...(typeof source === 'string' && { file: source }),
    line: Number(start.line),
    column: Number(start.column) + 1,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
