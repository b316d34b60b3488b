import { LitElement, html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { afterEach, describe, expect, it } from 'vitest'

@customElement('tp-decorators-probe')
class DecoratorsProbe extends LitElement {
  @property() heading = 'Draft'
  @state() private times = 0

  override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    return html`<h2>${this.heading}</h2><button @click=${() => this.times++}>Pressed ${this.times} times</button>`
  }
}

/**
 * Class fields compiled the modern way hide the accessors that decorators make: everything builds and nothing ever
 * renders again. Only a browser tells, so this test stands guard over the compiler options.
 */
describe('a reactive property', () => {
  afterEach(() => document.body.replaceChildren())

  it('renders again when it is set from outside', async () => {
    const probe = document.body.appendChild(new DecoratorsProbe())
    await probe.updateComplete
    expect(probe.querySelector('h2')?.textContent).toBe('Draft')
    probe.heading = 'Received'
    await probe.updateComplete
    expect(probe.querySelector('h2')?.textContent).toBe('Received')
  })

  it('renders again when the element changes its own state', async () => {
    const probe = document.body.appendChild(new DecoratorsProbe())
    await probe.updateComplete
    probe.querySelector('button')?.click()
    await probe.updateComplete
    expect(probe.querySelector('button')?.textContent).toBe('Pressed 1 times')
  })
})
