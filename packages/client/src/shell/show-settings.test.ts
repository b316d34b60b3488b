import {
  settingsKey,
  settingValues,
  type DisplaySettings,
} from '@takepart/shared/domain/settings/display-settings'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeSettings, resetSettings, settingsChanged } from '../app/display-settings.ts'
import { showSettings } from './show-settings.ts'

const root = document.documentElement
const sheet = '/assets/settings-test.css'
const links = () =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
    (element) => new URL(element.href).pathname,
  )
const attributes = () => Object.fromEntries(Object.entries(root.dataset))
const bar = () => document.querySelector<HTMLMetaElement>('meta[name=theme-color]')?.content

/** What a page listens to outside its own elements ends with the test. */
const listeners: (() => void)[] = []

beforeEach(() => {
  localStorage.clear()
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target)
    vi.spyOn(target, 'addEventListener').mockImplementation(
      (type: string, listener: EventListenerOrEventListenerObject) => {
        add(type, listener)
        listeners.push(() => target.removeEventListener(type, listener))
      },
    )
  }
  document.head.insertAdjacentHTML('beforeend', '<meta name="theme-color" content="#00485c">')
})
afterEach(() => {
  for (const stop of listeners.splice(0)) stop()
  vi.restoreAllMocks()
  localStorage.clear()
  document
    .querySelectorAll('link[rel=stylesheet], meta[name=theme-color]')
    .forEach((element) => element.remove())
  for (const name of Object.keys(root.dataset)) delete root.dataset[name]
  root.removeAttribute('style')
})

const keep = (settings: DisplaySettings) =>
  localStorage.setItem(settingsKey, JSON.stringify(settings))

describe('with nothing chosen', () => {
  it('leaves the page as it comes, and links no sheet', () => {
    showSettings(sheet)
    expect([attributes(), links(), bar(), root.style.cssText]).toEqual([{}, [], '#00485c', ''])
  })

  it.each([
    '{',
    'null',
    '7',
    '[]',
    '{"textSize":150,"colours":null}',
    '{"a-b":"c"}',
    '{"colours":"own"}',
    '{"colours":"own","ownColours":7}',
  ])('takes no harm from a store that holds %s', (stored) => {
    localStorage.setItem(settingsKey, stored)
    expect(() => showSettings(sheet)).not.toThrow()
  })

  it('takes no harm where the browser lets nothing be read', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    expect(() => showSettings(sheet)).not.toThrow()
    expect(attributes()).toEqual({})
  })
})

describe('with settings on the device', () => {
  it('sets an attribute for each, by its name', () => {
    keep({
      textSize: '150',
      wordHelp: 'off',
      edition: 'easy-read',
      quietHours: { from: 21, to: 7 },
    })
    showSettings(sheet)
    expect(root.getAttribute('data-text-size')).toBe('150')
    expect(attributes()).toEqual({ textSize: '150', wordHelp: 'off', edition: 'easy-read' })
  })

  it('links the sheet once, and has the page wait for it', () => {
    keep({ textSize: '150' })
    showSettings(sheet)
    changeSettings({ lines: 'wide' })
    expect(links()).toEqual([sheet])
    expect(document.querySelector('link[rel=stylesheet]')?.getAttribute('blocking')).toBe('render')
  })

  it('links no second sheet on the page that has it already', () => {
    document.head.insertAdjacentHTML(
      'beforeend',
      '<link rel="stylesheet" href="/assets/there.css">',
    )
    keep({ textSize: '150' })
    showSettings(sheet)
    expect(links()).toEqual(['/assets/there.css'])
  })

  it('sets a colour pair of one’s own, and says whether it is light or dark', () => {
    keep({ colours: 'own', ownColours: { text: '#ffffcc', page: '#202020' } })
    showSettings(sheet)
    expect(root.style.getPropertyValue('--own-text')).toBe('#ffffcc')
    expect(root.style.getPropertyValue('--own-page')).toBe('#202020')
    expect([root.style.colorScheme, bar()]).toEqual(['dark', '#202020'])
    changeSettings({ ownColours: { text: '#000000', page: '#ffffff' } })
    expect(root.style.colorScheme).toBe('light')
  })

  it('shows nothing of a pair that is kept and not chosen', () => {
    keep({ ownColours: { text: '#ffffcc', page: '#202020' } })
    showSettings(sheet)
    expect([root.style.cssText, bar()]).toEqual(['', '#00485c'])
  })

  it.each(settingValues.colours.filter((name) => name !== 'own'))(
    'gives the browser’s bar a colour that goes with %s',
    (colours) => {
      keep({ colours })
      showSettings(sheet)
      expect(bar()).toMatch(/^#[0-9a-f]{6}$/)
    },
  )
})

describe('after a change', () => {
  it('takes back what is no longer chosen', () => {
    keep({ textSize: '150', colours: 'own', ownColours: { text: '#ffffcc', page: '#202020' } })
    showSettings(sheet)
    resetSettings()
    expect([attributes(), root.style.cssText, bar()]).toEqual([{}, '', '#00485c'])
  })

  it.each([
    ['the settings', settingsKey],
    ['everything', null],
  ])('follows another tab that changes %s, and tells the page', (_, key) => {
    showSettings(sheet)
    const heard = vi.fn<() => void>()
    document.addEventListener(settingsChanged, heard)
    keep({ motion: 'none' })
    dispatchEvent(new StorageEvent('storage', { key }))
    expect(attributes()).toEqual({ motion: 'none' })
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('cares for nothing else that another tab keeps', () => {
    showSettings(sheet)
    keep({ motion: 'none' })
    dispatchEvent(new StorageEvent('storage', { key: 'other' }))
    expect(attributes()).toEqual({})
  })

  it('looks again when the page comes back from behind Back', () => {
    showSettings(sheet)
    keep({ motion: 'none' })
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
    expect(attributes()).toEqual({})
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(attributes()).toEqual({ motion: 'none' })
  })
})
