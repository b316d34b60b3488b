import { afterEach, describe, expect, it } from 'vitest'
import { areKeysOff, keepKeys, pressedKey, type PressedKey } from './single-keys.ts'

const page = `<p id="outside"><button>Outside</button></p>
  <article id="queued" tabindex="-1"><button id="in">In</button><input type="radio" id="radio">
  <textarea id="text"></textarea><select id="list"><option>A</option></select><input type="text" id="line"></article>`

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

/** What a key means that is pressed in a control. */
function press(id: string, key: string, more: KeyboardEventInit = {}): PressedKey | undefined {
  document.body.innerHTML = page
  let found: PressedKey | undefined
  document.body.addEventListener(
    'keydown',
    (event) => {
      found = pressedKey(event)
    },
    { once: true },
  )
  const target = document.getElementById(id) as HTMLElement
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  return found
}

describe('pressedKey', () => {
  it.each<readonly [string, string, PressedKey | undefined]>([
    ['queued', 'a', 'accept'],
    ['in', 'A', 'accept'],
    ['in', 'd', 'redact'],
    ['in', 'r', 'reject'],
    ['in', 'x', undefined],
    ['radio', '3', { choice: 3 }],
    ['in', '0', undefined],
    ['text', 'a', undefined],
    ['line', '1', undefined],
    ['list', 'a', undefined],
    ['outside', 'a', undefined],
    ['outside', '1', undefined],
    ['outside', 'z', 'undo'],
    ['text', 'z', undefined],
  ])('in %s the key %s means %o', (id, key, means) => {
    expect(press(id, key)).toEqual(means)
  })

  it.each(['altKey', 'ctrlKey', 'metaKey'])('leaves %s with a letter to the browser', (with_) => {
    expect(press('in', 'a', { [with_]: true })).toBeUndefined()
  })
})

describe('keepKeys', () => {
  it('remembers in this browser that somebody turned them off, and on again', () => {
    expect(areKeysOff()).toBe(false)
    keepKeys(true)
    expect(areKeysOff()).toBe(true)
    keepKeys(false)
    expect(areKeysOff()).toBe(false)
  })
})
