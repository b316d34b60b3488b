import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hydratedEvent } from '../app/hydrated.ts'
import { keepEarlyActs } from './early-acts.ts'

const done: string[] = []

const markup = `<tp-early data-shape="1-x">
  <button type="button" id="take">Take it</button>
  <button type="button" id="leave">Leave it</button>
  <form method="dialog" id="ask"><input id="words" name="words" /><button id="send" name="send">Send</button></form>
  <form method="get" action="#found" id="find"><input name="search" value="parking" /><button id="show">Show</button></form>
</tp-early>`

/** Gives the page its handlers, as its script does. */
function hydrate(): void {
  const page = document.querySelector('tp-early')!
  page.removeAttribute('data-shape')
  for (const button of page.querySelectorAll('button[type=button]'))
    button.addEventListener('click', () => done.push(button.id))
  page.querySelector('#ask')?.addEventListener('submit', (event) => {
    event.preventDefault()
    done.push(`ask by ${(event as SubmitEvent).submitter?.id}`)
  })
  document.dispatchEvent(new Event(hydratedEvent))
}

const press = (id: string): void => document.getElementById(id)!.click()

keepEarlyActs()

beforeEach(() => {
  done.length = 0
  const main = document.createElement('main')
  main.innerHTML = markup
  document.body.append(main)
})
afterEach(() => document.querySelector('main')?.remove())

describe('what somebody presses before the page is hydrated', () => {
  it('is done once the page is, and only once', () => {
    press('take')
    press('take')
    expect(done).toEqual([])
    hydrate()
    expect(done).toEqual(['take'])
    document.dispatchEvent(new Event(hydratedEvent))
    expect(done).toEqual(['take'])
  })

  it('is the last act where there are several', () => {
    press('take')
    press('leave')
    hydrate()
    expect(done).toEqual(['leave'])
  })

  it('sends a form with the button that was pressed, and puts no word into the address', () => {
    const before = location.href
    document.querySelector<HTMLInputElement>('#words')!.value = 'what nobody else may read'
    press('send')
    expect(location.href).toBe(before)
    hydrate()
    expect(done).toEqual(['ask by send'])
  })

  it('finds the control again where the page had to be rendered anew', () => {
    press('take')
    const page = document.querySelector('tp-early')!
    page.replaceChildren(...[...page.children].map((child) => child.cloneNode(true)))
    hydrate()
    expect(done).toEqual(['take'])
  })

  it('is left alone once the page is hydrated', () => {
    hydrate()
    press('take')
    document.dispatchEvent(new Event(hydratedEvent))
    expect(done).toEqual(['take'])
  })

  it('leaves a form to the browser that the server answers itself', () => {
    const sent: boolean[] = []
    const look = (event: Event) => {
      sent.push(event.defaultPrevented)
      event.preventDefault()
    }
    addEventListener('submit', look)
    press('show')
    removeEventListener('submit', look)
    expect(sent).toEqual([false])
  })
})
