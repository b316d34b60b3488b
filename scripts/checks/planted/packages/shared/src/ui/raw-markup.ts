import { unsafeHTML } from 'lit/directives/unsafe-html.js'
export const raw = (element: HTMLElement, text: string): unknown => {
  element.innerHTML = text
  element.insertAdjacentHTML('beforeend', text)
  return unsafeHTML(text)
}
