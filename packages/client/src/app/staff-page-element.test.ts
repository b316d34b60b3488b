import { html } from 'lit'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CallFailure } from '../api/staff-api.ts'
import { deskPage, deskServices, FailedCall, leaveDesk } from '../test-support/desk.ts'
import { StaffPageElement } from './staff-page-element.ts'
import type { StaffServices } from './staff-services.ts'

interface Model {
  readonly title: string
  readonly done: number
}

/** A page with a field, and a button that does something at the server. */
class TestPage extends StaffPageElement<Model> {
  outcome: unknown = 'nothing yet'

  protected view() {
    return html`<h1>${this.model.title}</h1>
      <label for="words">Words</label><input id="words" />
      <button type="button" @click=${() => void this.#do()}>Do it</button>
      <p>${this.model.done}</p>`
  }

  async #do(): Promise<void> {
    this.outcome = await this.act(async () => 'done')
    if (this.outcome === 'done') this.model = { ...this.model, done: this.model.done + 1 }
  }

  again(): Promise<boolean> {
    return this.refresh()
  }
}
customElements.define('tp-test-page', TestPage)

const model: Model = { title: 'A page of the desk', done: 0 }
async function arrive(services: StaffServices = deskServices()): Promise<TestPage> {
  const page = deskPage('tp-test-page', model) as TestPage
  page.arrive(services)
  await page.updateComplete
  return page
}

const button = (): HTMLElement => document.querySelector('button')!
const trouble = (): HTMLElement => document.getElementById('desk-trouble')!
const failing = (failure: CallFailure): StaffServices =>
  deskServices({ call: async () => Promise.reject(new FailedCall(failure)) })

afterEach(leaveDesk)

describe('a page of the desk', () => {
  it('is drawn from the model that stands in the page', async () => {
    await arrive()
    expect(document.querySelector('h1')?.textContent).toBe('A page of the desk')
  })

  it('does something at the server, and says what came of it', async () => {
    const page = await arrive()
    await userEvent.click(button())
    await expect.poll(() => page.outcome).toBe('done')
    expect(document.querySelector('p')?.textContent).toBe('1')
    expect(trouble().childElementCount).toBe(0)
  })

  it.each<[CallFailure, string]>([
    ['not-allowed', 'You cannot do that'],
    ['too-often', 'That is too often'],
    ['not-reached', 'We could not reach Takepart'],
    ['ours', 'There is a problem'],
  ])(
    'says above itself when that was not done (%s), with the focus there, and keeps what was typed',
    async (failure, words) => {
      const page = await arrive(failing(failure))
      await userEvent.type(document.getElementById('words')!, 'What I wrote')
      await userEvent.click(button())
      await expect.poll(() => trouble().textContent).toContain(words)
      expect(trouble().contains(document.activeElement)).toBe(true)
      expect(page.outcome).toBeUndefined()
      expect(document.querySelector('input')?.value).toBe('What I wrote')
    },
  )

  it('gives the focus back when the message is closed, and takes the message away at the next act', async () => {
    const page = await arrive(failing('not-reached'))
    button().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => trouble().childElementCount).toBe(1)
    await userEvent.click(trouble().querySelector('button')!)
    expect(document.activeElement).toBe(button())
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => trouble().childElementCount).toBe(1)
    page.arrive(deskServices())
    await page.updateComplete
    await userEvent.click(button())
    await expect.poll(() => trouble().childElementCount).toBe(0)
  })

  it('says nothing more to whoever chose not to sign in: they were told so', async () => {
    const page = await arrive(failing('signed-out'))
    await userEvent.click(button())
    await expect.poll(() => page.outcome).toBeUndefined()
    expect(trouble().childElementCount).toBe(0)
  })

  it('throws a fault in the page on, which is no failure of a call', async () => {
    const fault = new TypeError('a bug')
    const page = await arrive(deskServices({ readPage: () => Promise.reject(fault) }))
    await expect(page.again()).rejects.toBe(fault)
    expect(trouble().childElementCount).toBe(0)
  })

  it('is drawn anew from what the server has now, or says that it cannot be had', async () => {
    const page = await arrive(deskServices({ readPage: async () => ({ title: 'New', done: 7 }) }))
    expect(await page.again()).toBe(true)
    await page.updateComplete
    expect(document.querySelector('h1')?.textContent).toBe('New')
    // What the page came with may have been erased since.
    expect(document.getElementById('page-model')?.textContent).toBe('')
    const away = await arrive(failing('not-reached'))
    expect(await away.again()).toBe(false)
    expect(document.querySelector('h1')?.textContent).toBe('A page of the desk')
    expect(trouble().textContent).toContain('We could not reach Takepart')
  })
})
