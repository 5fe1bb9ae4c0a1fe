import type Handlebars from 'handlebars'
import { TemplateFault } from './templateFault.js'

/** The same helpers, whose errors tell where in which file they were called. */
export function placedHelpers(helpers: Handlebars.HelperDeclareSpec): Handlebars.HelperDeclareSpec {
  return Object.fromEntries(Object.entries(helpers).map(([name, helper]) => [name, placed(name, helper)]))
}

function placed(name: string, helper: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: unknown, ...args: unknown[]) {
    try {
      const answer: unknown = Reflect.apply(helper, this, args)
      return answer
    } catch (error) {
      if (error instanceof TemplateFault) throw error
      const en = `${name}: ${error instanceof Error ? error.message : String(error)}`
      throw new TemplateFault({ zh: en, en }, placeOf(args.at(-1)))
    }
  }
}

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
