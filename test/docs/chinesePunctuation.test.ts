import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folders = ['admin', 'api', 'print-server', 'seed', 'templates']
const isSource = (file: string) =>
  /\.(ts|tsx|mjs|hbs|json)$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file)

describe('Chinese sentences', () => {
  it.each(folders)('in %s are punctuated in Chinese', (folder) => {
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isSource)
    const faults = sources.flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        // In the middle of a text, not of a pattern such as (省|市)?县.
        .filter((line) => /\p{Script=Han}(?:[,:;?!]\p{Script=Han}|\()/u.test(line))
        .map((line) => `${folder}/${file}: ${line.trim()}`),
    )
    expect(sources.length).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })
})
