/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest'

const sheets: Readonly<Record<string, string>> = import.meta.glob('./**/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const rules = Object.entries(sheets).flatMap(([file, css]) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => ({ file, line: line.trim() })),
)

const found = (pattern: RegExp, except: readonly string[] = []): readonly string[] =>
  rules
    .filter(({ file, line }) => pattern.test(line) && !except.includes(file))
    .map(({ file, line }) => `${file}: ${line}`)

describe('the stylesheets', () => {
  it('are all in the one that brings them together', () => {
    const brought = [...(sheets['./style.css'] ?? '').matchAll(/@import '(.+?)' layer\(/g)].map(
      ([, file]) => file,
    )
    const ofSomePages = ['./rounds.css', './questions.css'].flatMap((sheet) =>
      [...(sheets[sheet] ?? '').matchAll(/@import '(.+?)' layer\(/g)].map(([, file]) => file),
    )
    expect(ofSomePages).toEqual(['./pages/rounds.css', './pages/questions.css'])
    expect([...brought, ...ofSomePages].toSorted()).toEqual(
      Object.keys(sheets)
        .filter(
          (file) => !/^\.\/(?:settings\/|desk|style\.css|rounds\.css|questions\.css)/.test(file),
        )
        .toSorted(),
    )
  })

  it('are all in the one of the settings, each in a layer', () => {
    const brought = [
      ...(sheets['./settings/settings.css'] ?? '').matchAll(
        /@import '\.(.+?)' layer\((?:components|settings)\)/g,
      ),
    ].map(([, file]) => `./settings${file}`)
    expect(brought.toSorted()).toEqual(
      Object.keys(sheets)
        .filter((file) => /^\.\/settings\/(?!settings\.)/.test(file))
        .toSorted(),
    )
  })

  it('set no size in pixels, so that everything grows with the text', () => {
    expect(
      found(/\d(px)\b/).filter((rule) => !/base\.css: (inline|block)-size: 1px/.test(rule)),
    ).toEqual([])
  })

  it('keep nothing stuck to the screen, where it could cover what has the focus; the reading guide leaves that free', () => {
    expect(found(/position: (sticky|fixed)/, ['./settings/reading.css'])).toEqual([])
  })

  it('name sides by the direction of the text', () => {
    expect(
      found(
        /^(margin|padding|border|inset)-(left|right|top|bottom)|^(left|right|top|bottom|width|height|min-width|max-width):/,
      ),
    ).toEqual([])
  })

  it('override nobody with !important', () => expect(found(/!important/)).toEqual([]))

  it('move nothing for somebody who asked for less motion', () => {
    const still = Object.entries(sheets).map(
      ([file, css]) =>
        [
          file,
          css.replace(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, ''),
        ] as const,
    )
    expect(
      still
        .filter(([, css]) => /(transition|animation): (?!later |none)/.test(css))
        .map(([file]) => file),
    ).toEqual([])
  })
})
