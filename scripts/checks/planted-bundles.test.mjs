import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundlesByImports, loadedBy, reachedBy } from '../../packages/client/bundles-build.ts'
import { serviceWorker } from '../../packages/client/service-worker-build.ts'

/** A site as small as can be, with a module in each place where one could go wrong. */
const files = {
  'main.ts': `import { both } from './both.ts'
    import { each } from './each.ts'
    console.log(both, each, () => import('./page.ts'))`,
  'document.ts': `import { both } from './both.ts'
    console.log(both)`,
  'page.ts': `import { each } from './each.ts'
    import { rule } from './rule.ts'
    import { spread } from './spread.ts'
    console.log(each, rule, spread)`,
  'staff.ts': `import { each } from './each.ts'
    import { spread } from './spread.ts'
    console.log(each, spread, () => import('./desk.ts'), () => import('./report.ts'))`,
  'desk.ts': `import { ledger } from './ledger.ts'
    console.log(ledger)`,
  'report.ts': `import { ledger } from './ledger.ts'
    console.log(ledger)`,
  'both.ts': `export const both = { said: 'of-both' }`,
  'each.ts': `export const each = { said: 'of-each' }`,
  'rule.ts': `export const rule = { said: 'of-a-page-on-demand' }`,
  'spread.ts': `export const spread = { said: 'of-a-page-and-the-desk' }`,
  'ledger.ts': `export const ledger = { said: 'of-the-desk' }`,
  'service-worker.ts': `console.log(self.__WB_MANIFEST)`,
}

let top
const source = (name) => join(top, 'src', name)

const buildSite = async (moreBundles = []) => {
  const [main, document, staff] = ['main.ts', 'document.ts', 'staff.ts'].map(source)
  const dist = join(top, 'dist')
  const { groups, plugin } = bundlesByImports(
    [
      ...moreBundles,
      { name: 'device', of: [loadedBy(main), loadedBy(document)] },
      { name: 'app', of: [loadedBy(main)] },
    ],
    [
      { of: loadedBy(main), only: [loadedBy(main)] },
      { of: loadedBy(document), only: [loadedBy(document)] },
      { of: reachedBy(main, document), only: [reachedBy(main, document)] },
    ],
  )
  await build({
    configFile: false,
    root: top,
    logLevel: 'silent',
    plugins: [
      plugin,
      serviceWorker({ source: source('service-worker.ts'), dist, shellRevision: '1' }),
    ],
    build: {
      target: 'es2022',
      outDir: dist,
      emptyOutDir: true,
      manifest: true,
      modulePreload: false,
      rolldownOptions: {
        input: { main, document, staff },
        output: { codeSplitting: { groups } },
      },
    },
  })
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
}

/** What stands in the files of a first load. */
const firstLoad = (manifest, name, seen = new Set()) => {
  if (seen.has(name)) return ''
  seen.add(name)
  const { file, imports = [] } = manifest[name]
  const own = readFileSync(join(top, 'dist', file), 'utf8')
  return own + imports.map((other) => firstLoad(manifest, other, seen)).join('')
}

const said = (text) => Object.keys(words).filter((word) => text.includes(words[word]))
const words = {
  both: 'of-both',
  each: 'of-each',
  rule: 'of-a-page-on-demand',
  spread: 'of-a-page-and-the-desk',
  ledger: 'of-the-desk',
}

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'takepart-bundles-'))
  mkdirSync(join(top, 'src'))
  for (const [name, text] of Object.entries(files)) writeFileSync(source(name), text)
})

afterAll(() => rmSync(top, { recursive: true }))

describe('bundles', () => {
  it('bring at first only what a page uses at once', async () => {
    const manifest = await buildSite()
    expect(said(firstLoad(manifest, 'src/main.ts'))).toEqual(['both', 'each'])
    expect(said(firstLoad(manifest, 'src/document.ts'))).toEqual(['both'])
    expect(said(firstLoad(manifest, 'src/page.ts'))).toEqual(['each', 'rule', 'spread'])
    expect(said(firstLoad(manifest, 'src/staff.ts'))).toEqual(['each', 'spread'])
  })

  it('keep on a phone all that public pages can load, and nothing of the desk', async () => {
    const manifest = await buildSite()
    const worker = readFileSync(join(top, 'dist/sw.js'), 'utf8')
    const isKept = (name) => worker.includes(`/${manifest[name].file}`)
    expect(['src/main.ts', 'src/document.ts', 'src/page.ts'].every(isKept)).toBe(true)
    expect(['src/staff.ts', 'src/desk.ts'].some(isKept)).toBe(false)
    const kept = Object.values(manifest).filter(({ file }) => worker.includes(`/${file}`))
    const text = kept.map(({ file }) => readFileSync(join(top, 'dist', file), 'utf8')).join('')
    expect(said(text)).toEqual(['both', 'each', 'rule', 'spread'])
  })

  it.each([
    ['what only a page on demand and the desk use in the first load', 'main', 'spread', 'page'],
    ['a part of the desk in what public pages load', 'main', 'ledger', 'desk'],
    ['a part of the app in a page to read', 'document', 'each', 'main'],
  ])('end the build that puts %s', async (_, entry, stranger, loader) => {
    const badly = { name: 'device', of: [loadedBy(source(`${loader}.ts`))] }
    await expect(buildSite([badly])).rejects.toThrow(
      new RegExp(`${entry}.ts would fetch what it does not use:[^]*${stranger}.ts`),
    )
  })

  it('end the build when a module that sorts them is gone', async () => {
    const gone = { name: 'checks', of: [loadedBy(source('gone.ts'))] }
    await expect(buildSite([gone])).rejects.toThrow('gone.ts sorts bundles and is no part')
  })
})
