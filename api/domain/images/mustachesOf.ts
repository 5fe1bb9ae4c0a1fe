import { asObject } from '../../engine/shapes.js'

const comments = /\{\{~?!--[^]*?--~?\}\}|\{\{~?![^}]*\}\}/g

/** What stands between braces in the files of a template, comments left out. */
export const mustachesOf = (files: unknown): string[] =>
  Object.entries(asObject(files))
    .filter(([file]) => file.endsWith('.hbs'))
    .flatMap(
      ([, text]) =>
        String(text)
          .replaceAll(comments, '')
          .match(/\{\{[^{}]*\}\}/g) ?? [],
    )
