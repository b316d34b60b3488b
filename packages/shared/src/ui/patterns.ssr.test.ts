import { render } from '@lit-labs/ssr'
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js'
import { describe, expect, it } from 'vitest'
import { examples } from './test-support/examples.ts'

const rendered = Object.fromEntries(Object.entries(examples).map(([name, example]) => [name, collectResultSync(render(example()))]))

describe('patterns rendered by a server', () => {
  it.each(Object.entries(rendered))('%s says nothing a page may not hold', (_name, markup) => {
    expect(markup).not.toMatch(/ style=|\[object |undefined|="false" *>|checked="/)
  })

  it('write which choice is made, and leave the others', () => {
    expect(rendered['a box to tick']).toMatch(/<input[^>]* checked/)
    expect(rendered.checkboxes).not.toMatch(/<input[^>]* checked/)
  })

  it('write the value of a line of text, and hide what is not asked', () => {
    expect(rendered['text input']).toContain('value="The clinic"')
    expect(rendered['radios with a closed reveal']).toMatch(/<div class="reveal" hidden/)
    expect(rendered['radios with an open reveal']).not.toMatch(/<div class="reveal" hidden/)
  })

  // The browser test hydrates this file: it is what a server really sends. Written anew by `vitest run --update`.
  it('are what the browser test hydrates', async () => {
    await expect(`${JSON.stringify(rendered, null, 1)}\n`).toMatchFileSnapshot('./test-support/server-rendered.json')
  })
})
