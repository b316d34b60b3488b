/// <reference types="vite/client" />
import { html } from 'lit'
import { describe, expect, it } from 'vitest'
import { rendered } from '../test-support/rendered.ts'
import { wordmark } from './wordmark.ts'

const icons: Readonly<Record<string, string>> = import.meta.glob(
  '../../../../client/public/*.svg',
  { query: '?raw', import: 'default', eager: true },
)
const manifests: Readonly<Record<string, string>> = import.meta.glob(
  '../../../../client/public/*.webmanifest',
  { query: '?raw', import: 'default', eager: true },
)
const named = (name: string): string => icons[`../../../../client/public/${name}`] ?? ''
const shapes = [...rendered(html`${wordmark}`).matchAll(/ d="([^"]+)"/g)].map(
  ([, shape = '']) => shape,
)

describe('the sign of Takepart', () => {
  it('is the same in the masthead and in every icon', () => {
    expect(shapes).toHaveLength(2)
    for (const shape of shapes) expect(named('icon.svg')).toContain(shape)
    expect(named('icon-monochrome.svg')).toContain(shapes.join(''))
  })

  it('takes the colour of the words beside it and says nothing, since they do', () => {
    const markup = rendered(html`${wordmark}`)
    expect(markup).toMatch(/aria-hidden="true"/)
    expect([...markup.matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual([
      'currentColor',
      'currentColor',
    ])
  })

  it('has an icon for every use a device may have for one', () => {
    const [manifest = '{}'] = Object.values(manifests)
    const uses = (
      JSON.parse(manifest) as { readonly icons: readonly { readonly purpose?: string }[] }
    ).icons.map(({ purpose = 'any' }) => purpose)
    expect(new Set(uses)).toEqual(new Set(['any', 'maskable', 'monochrome']))
  })
})
