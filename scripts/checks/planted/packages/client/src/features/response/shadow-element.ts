import { css, html, LitElement } from 'lit'
export class ShadowElement extends LitElement {
  static override styles = css`p { color: red }`
  override render() {
    return html`<slot name="words"></slot>`
  }
  override connectedCallback(): void {
    this.attachShadow({ mode: 'open' })
  }
}
