import { html } from 'lit'
import { describe, expect, it } from 'vitest'
import type { ClientAssets } from './client-assets.ts'
import { renderPage, type PageContent } from './render-page.ts'

const assets: ClientAssets = {
  folder: '',
  build: 'b',
  styles: 'body{margin:0}',
  firstScript: 'show()',
  settingsSheet: '/assets/settings-1.css',
  documentScript: '/assets/document-1.js',
  appScript: '/assets/main-1.js',
  deskSheet: '',
  pageStyles: { rounds: '.talk{margin:0}', questions: '.order{margin:0}' },
  staffScript: '',
  staffImports: [],
  appImports: ['/assets/shared-1.js'],
  topFiles: ['icon.svg', 'manifest.webmanifest', 'sw.js'],
}
const shell = { assets, origin: 'https://takepart.example.nhs.uk' }
const hostile = '</title><script>alert(1)</script>"\'&<img src=x onerror=alert(2)><!--lit-part-->$&'
const page = (more: Partial<PageContent> = {}): PageContent => ({
  title: 'Evening clinics',
  path: '/help',
  script: 'document',
  content: html`<h1 id="page-title">${'Evening clinics'}</h1>`,
  ...more,
})

describe('renderPage', () => {
  it('is a whole document with its language, title, canonical address, styles and script', () => {
    const text = renderPage(page({ description: 'Have your say' }), shell)
    expect(text).toMatch(/^<!doctype html><html lang="en-GB"><head><meta charset="utf-8">/)
    expect(text).toContain('<title>Evening clinics – Takepart</title>')
    expect(text).toContain('<meta name="description" content="Have your say">')
    expect(text).toContain('<link rel="canonical" href="https://takepart.example.nhs.uk/help">')
    expect(text).toContain(
      '<link rel="manifest" href="/manifest.webmanifest"><link rel="icon" href="/icon.svg"',
    )
    expect(text).toContain('<style>body{margin:0}</style>')
    expect(text).toContain('<script type="module" src="/assets/document-1.js"></script>')
    expect(text).toContain('<main id="main" tabindex="-1"')
    expect(text).toContain('<h1 id="page-title">Evening clinics</h1>')
  })

  it('holds the sheets that it names after the one of every page', () => {
    expect(renderPage(page({ sheets: ['rounds'] }), shell)).toContain(
      '<style>body{margin:0}</style><style>.talk{margin:0}</style>',
    )
  })

  it('shows the settings of the device before anything is painted, and links their sheet itself only where they are chosen', () => {
    const script = '<script data-sheet="/assets/settings-1.css">show()</script>'
    expect(renderPage(page(), shell)).toContain(`</style>${script}`)
    expect(renderPage(page({ script: 'app' }), shell)).toContain(`</style>${script}`)
    expect(renderPage(page({ settings: true }), shell)).toContain(
      `</style><link rel="stylesheet" href="/assets/settings-1.css">${script}`,
    )
  })

  it('says where its consultation stands, and that it has none', () => {
    const statusIn = (status: PageContent['status']) =>
      /<main [^>]*data-status="([^"]*)"/.exec(renderPage(page({ status }), shell))?.[1]
    expect([statusIn('open'), statusIn('concluded'), statusIn(undefined)]).toEqual([
      'open',
      'concluded',
      undefined,
    ])
  })

  it('leaves no mark of lit in a page for reading', () => {
    expect(renderPage(page(), shell)).not.toMatch(/<!--|<\?>/)
  })

  it('leaves lit’s marks inside the element that takes the page over, and nowhere else', () => {
    const text = renderPage(page({ script: 'app', takenOverBy: 'tp-answer-page' }), shell)
    const [before = '', inside = '', after = ''] = text.split(/<\/?tp-answer-page(?: [^>]*)?>/)
    expect(inside).toMatch(
      /^<!--lit-part [^>]+--><h1 id="page-title"><!--lit-part-->Evening clinics<!--\/lit-part--><\/h1><!--\/lit-part-->$/,
    )
    expect(before + after).not.toContain('<!--')
    expect(before).toContain('<main id="main"')
  })

  it('preloads what the app imports and keeps search engines away from pages for answering', () => {
    const text = renderPage(page({ script: 'app' }), shell)
    expect(text).toContain('<link rel="modulepreload" href="/assets/shared-1.js">')
    expect(text).toContain('src="/assets/main-1.js"')
    expect(text).toContain('<meta name="robots" content="noindex">')
    expect(text).not.toContain('canonical')
  })

  it('makes no absolute address when no origin is set', () => {
    expect(renderPage(page(), { assets, origin: undefined })).not.toContain('canonical')
  })

  it.each([
    ['document', undefined],
    ['app', 'tp-answer-page'],
  ] as const)(
    'escapes what a consultation says, in a page with the %s script',
    (script, takenOverBy) => {
      const trust = { name: hostile, note: hostile }
      const content = html`<h1 id="page-title" title=${hostile}>${hostile}</h1>`
      const text = renderPage(
        page({ title: hostile, description: hostile, content, trust, script, takenOverBy }),
        shell,
      )
      expect(text.match(/<script/g)).toHaveLength(2)
      expect(text).not.toContain('<img')
      expect(text.split('&lt;script&gt;alert(1)')).toHaveLength(7)
      expect(text).toContain('$&amp;')
    },
  )
})
