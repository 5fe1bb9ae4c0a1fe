import { asObject } from '../../engine/shapes.js'

const comments = /\{\{~?!--[^]*?--~?\}\}|\{\{~?![^}]*\}\}/g
const calls = /\bimage\s+(?:"([^"]*)"|'([^']*)')/g

/** The names of pictures that the files of a template ask for, by `{{image "name"}}` or inside of another call. */
export function imageNames(files: unknown): string[] {
  const mustaches = Object.entries(asObject(files))
    .filter(([file]) => file.endsWith('.hbs'))
    .flatMap(
      ([, text]) =>
        String(text)
          .replaceAll(comments, '')
          .match(/\{\{[^{}]*\}\}/g) ?? [],
    )
  const names = mustaches.flatMap((mustache) =>
    [...mustache.matchAll(calls)].map(([, double, single]) => double ?? single ?? ''),
  )
  return [...new Set(names)].sort()
}
