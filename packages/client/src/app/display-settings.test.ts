import {
  settingsKey,
  type DisplaySettings,
} from '@takepart/shared/domain/settings/display-settings'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  changeSettings,
  readSettings,
  resetSettings,
  settingsChanged,
  whenSettingsChange,
} from './display-settings.ts'

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('readSettings', () => {
  it('gives none at first', () => expect(readSettings()).toEqual({}))

  it.each(['{', 'null', '[]', '"dark"', '{"textSize": 3}'])(
    'gives none when the store holds %s',
    (kept) => {
      localStorage.setItem(settingsKey, kept)
      expect(readSettings()).toEqual({})
    },
  )

  it('gives none where the browser lets nothing be read', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    expect(readSettings()).toEqual({})
  })
})

describe('changeSettings', () => {
  it('keeps one beside the others', () => {
    expect(changeSettings({ textSize: '150' })).toBe(true)
    expect(changeSettings({ motion: 'none' })).toBe(true)
    expect(readSettings()).toEqual({ textSize: '150', motion: 'none' })
  })

  it('takes one back, and keeps nothing at all when none is left', () => {
    changeSettings({ textSize: '150', motion: 'none' })
    changeSettings({ textSize: undefined })
    expect(readSettings()).toEqual({ motion: 'none' })
    changeSettings({ motion: undefined })
    expect(localStorage).toHaveLength(0)
  })

  it('changes nothing, and says so, where the browser keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    const heard = vi.fn<() => void>()
    document.addEventListener(settingsChanged, heard, { once: true })
    expect(changeSettings({ motion: 'none' })).toBe(false)
    expect(heard).not.toHaveBeenCalled()
    document.removeEventListener(settingsChanged, heard)
  })
})

describe('resetSettings', () => {
  it('leaves nothing on the device', () => {
    changeSettings({ textSize: '150', ownColours: { text: '#000000', page: '#ffffff' } })
    expect(resetSettings()).toBe(true)
    expect(localStorage).toHaveLength(0)
  })
})

describe('whenSettingsChange', () => {
  it('tells all settings after each change, until it is stopped', () => {
    const heard: DisplaySettings[] = []
    const stop = whenSettingsChange((settings) => heard.push(settings))
    changeSettings({ letters: 'wide' })
    changeSettings({ colours: 'cream' })
    stop()
    resetSettings()
    expect(heard).toEqual([{ letters: 'wide' }, { letters: 'wide', colours: 'cream' }])
  })
})
