import { html, render } from 'lit'
import type { StaffServices } from '../app/staff-services.ts'
import type { CallFailure, StaffApi } from '../api/staff-api.ts'

/** A call that comes to nothing, in one of the ways that calls do. */
export class FailedCall extends Error {
  constructor(readonly failure: CallFailure) {
    super(failure)
  }
}

/** The frame of the desk with a page in it, and the model of which the server made it. */
export function deskPage(element: string, model: unknown, inside: unknown = ''): HTMLElement {
  document.documentElement.lang = 'en-GB'
  document.title = 'Staff desk'
  document.body.className = 'desk'
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  render(
    html`<div id="desk-trouble"></div>
      <main id="main" tabindex="-1" aria-label="Staff desk" data-staff="ash"></main>
      <div id="status" role="status"></div>
      <script type="application/json" id="page-model"></script>`,
    place,
  )
  document.getElementById('page-model')!.textContent = JSON.stringify(model)
  const page = document.createElement(element)
  document.getElementById('main')!.append(page)
  if (inside !== '') render(inside, page)
  return page
}

/** Takes the desk away again. */
export function leaveDesk(): void {
  document.body.replaceChildren()
  document.body.className = ''
}

/** Services of plain functions; a test gives those it looks at. */
export const deskServices = (changes: Partial<StaffServices> = {}): StaffServices => {
  const api = {} as StaffApi
  const nothing = async () => undefined
  return {
    api,
    call: (work) => work(api),
    failureOf: (error) => (error instanceof FailedCall ? error.failure : undefined),
    readPage: nothing,
    followQuestions: () => () => undefined,
    now: () => new Date('2027-03-01T12:00:00Z'),
    newId: () => '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    keptEdits: {} as StaffServices['keptEdits'],
    keptFiles: {} as StaffServices['keptFiles'],
    forget: async () => undefined,
    ...changes,
  }
}
