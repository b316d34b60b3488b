import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadClientAssets } from './client-assets.ts'

let folder = ''

const write = (name: string, content: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

const manifest = {
  'src/main.ts': {
    file: 'assets/main-1.js',
    imports: ['_shared-1.js'],
    css: ['assets/style-1.css'],
    dynamicImports: ['src/late.ts'],
  },
  'src/document.ts': {
    file: 'assets/document-1.js',
    imports: ['_shared-1.js'],
    css: ['assets/style-1.css'],
  },
  '_shared-1.js': { file: 'assets/shared-1.js' },
  'src/styles/settings/settings.css': { file: 'assets/settings-1.css' },
  'src/styles/style.css': { file: 'assets/style-1.css' },
  'src/styles/rounds.css': { file: 'assets/rounds-1.css' },
  'src/styles/questions.css': { file: 'assets/questions-1.css' },
  'src/styles/desk.css': { file: 'assets/desk-1.css' },
  'src/late.ts': { file: 'assets/late-1.js', css: ['assets/late-1.css'] },
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'takepart-assets-'))
  write('.vite/manifest.json', JSON.stringify(manifest))
  write('assets/style-1.css', 'body { margin: 0 }\n')
  write('assets/rounds-1.css', '.talk { margin: 0 }')
  write('assets/questions-1.css', '.order { margin: 0 }')
  write('assets/desk-1.css', '.desk { margin: 0 }')
  write('assets/late-1.css', '.late { color: red }')
  write('.vite/before-paint.js', 'show()\n')
  write('sw.js', '')
  write('sw.js.br', '')
  write('manifest.webmanifest', '{}')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('loadClientAssets', () => {
  it('names the scripts, and what the app imports at once', () => {
    expect(loadClientAssets(folder)).toMatchObject({
      documentScript: '/assets/document-1.js',
      appScript: '/assets/main-1.js',
      appImports: ['/assets/shared-1.js'],
    })
  })

  it('gives the stylesheet once, without that of the desk, those of some pages apart, and the sheet of settings by its address alone', () => {
    expect(loadClientAssets(folder)).toMatchObject({
      styles: 'body { margin: 0 }',
      pageStyles: { rounds: '.talk { margin: 0 }' },
      settingsSheet: '/assets/settings-1.css',
    })
  })

  it('gives the script that pages hold', () => {
    expect(loadClientAssets(folder).firstScript).toBe('show()')
  })

  it('has another name when anything that pages hold or refer to is another', () => {
    const { build } = loadClientAssets(folder)
    expect(loadClientAssets(folder).build).toBe(build)
    write('.vite/before-paint.js', 'show(1)')
    const withScript = loadClientAssets(folder).build
    write('assets/style-1.css', 'body { margin: 1px }')
    const withStyles = loadClientAssets(folder).build
    write('assets/rounds-1.css', '.talk { margin: 1px }')
    expect(new Set([build, withScript, withStyles, loadClientAssets(folder).build]).size).toBe(4)
  })

  it('lists the files beside the assets, without their compressed twins', () => {
    expect(loadClientAssets(folder).topFiles.toSorted()).toEqual(['manifest.webmanifest', 'sw.js'])
  })

  it('says that the client has not been built', () => {
    rmSync(join(folder, '.vite'), { recursive: true })
    expect(() => loadClientAssets(folder)).toThrow(/has not been built/)
  })

  it('says which entry the built client is without', () => {
    write(
      '.vite/manifest.json',
      JSON.stringify({
        'src/main.ts': manifest['src/main.ts'],
        '_shared-1.js': manifest['_shared-1.js'],
        'src/styles/settings/settings.css': manifest['src/styles/settings/settings.css'],
      }),
    )
    expect(() => loadClientAssets(folder)).toThrow('src/document.ts')
  })

  it('refuses a stylesheet that would end its own element', () => {
    write('assets/style-1.css', 'a::after { content: "</STYLE><script>" }')
    expect(() => loadClientAssets(folder)).toThrow('</style')
  })

  it.each(['"</SCRIPT>"', '"<!--"'])(
    'refuses a script that would end its own element: %s',
    (text) => {
      write('.vite/before-paint.js', text)
      expect(() => loadClientAssets(folder)).toThrow('its own element')
    },
  )
})
