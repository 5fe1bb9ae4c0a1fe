import { mustachesOf } from './mustachesOf.js'

const calls = /\bimage\s+(?:"([^"]*)"|'([^']*)')/g

/** The names of pictures that the files of a template ask for, by `{{image "name"}}` or inside of another call. */
export function imageNames(files: unknown): string[] {
  const names = mustachesOf(files).flatMap((mustache) =>
    [...mustache.matchAll(calls)].map(([, double, single]) => double ?? single ?? ''),
  )
  return [...new Set(names)].sort()
}
