import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../processes.mjs'

/** A code is a letter and its number, as in P1, F05 or S65; a number alone, such as S3, is not padded in F and S. */
const code = /\b(?:P(?:10|[1-9])|[FS]\d{2})\b/g
const definition = /^\| ([PFS]\d+) \|/gm

const definedIn = (text) => new Set([...text.matchAll(definition)].map(([, name]) => name))
const undefinedIn = (text, defined) =>
  [...new Set(text.match(code) ?? [])].filter((name) => !defined.has(name))

const guide = readFileSync(join(root, 'docs/promises-and-faults.md'), 'utf8')

/** Files under version control that a person reads as text. */
const sources = () =>
  spawnSync('git', ['ls-files', '-z', 'packages', 'e2e', 'scripts', 'docs', 'README.md'], {
    cwd: root,
    encoding: 'utf8',
  })
    .stdout.split('\0')
    .filter((file) => /\.(ts|mjs|md|css)$/.test(file) && !file.includes('cited-codes'))

describe('codes of promises, faults and requirements', () => {
  const defined = definedIn(guide)

  it('are all defined', () => {
    expect([...defined].filter((name) => name.startsWith('P'))).toHaveLength(10)
    expect([...defined].filter((name) => name.startsWith('F'))).toHaveLength(60)
    expect([...defined].filter((name) => name.startsWith('S'))).toHaveLength(65)
  })

  it('are cited only where they are defined', () => {
    const files = sources()
    expect(files.length).toBeGreaterThan(500)
    const stray = files.flatMap((file) =>
      undefinedIn(readFileSync(join(root, file), 'utf8'), defined).map(
        (name) => `${file}: ${name}`,
      ),
    )
    expect(stray).toEqual([])
  })

  it('are missed when a definition is missing', () => {
    expect(undefinedIn('Words survive (P4), late ones too (F77).', defined)).toEqual(['F77'])
  })
})
