import { displaySettingsView } from '@takepart/shared/views/settings/display-settings.view'
import { settingsIds } from '@takepart/shared/views/settings/settings-ids'
import { render } from 'lit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeSettings, readSettings } from '../../app/display-settings.ts'
import { byId, emptySite, leaveSite, press, spoken } from '../../test-support/app.ts'
import { distantVoice, fakeSpeech, ownVoice, speakThrough } from '../../test-support/speech.ts'
import { chooseSettings } from './choose-settings.ts'

let said: string[]
const form = () => document.querySelector<HTMLFormElement>('form.settings')!
const choice = (name: string, value: string) =>
  form().querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`)!
const box = (value: string) => form().querySelector<HTMLInputElement>(`[value="${value}"]`)!
const chosen = (name: string) =>
  form().querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value
const changed = () => byId<HTMLElement>(settingsIds.changed).textContent

/** What has been said by the time that it can be heard. */
async function heard(): Promise<readonly string[]> {
  await vi.advanceTimersByTimeAsync(700)
  return said
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  render(displaySettingsView(), emptySite('/display-settings'))
  said = spoken()
})
afterEach(async () => {
  vi.restoreAllMocks()
  // Longer than anything that is said stays.
  await vi.advanceTimersByTimeAsync(12_000)
  vi.useRealTimers()
  leaveSite()
  localStorage.clear()
})

describe('the page of display settings', () => {
  it('shows what is kept on the device', () => {
    changeSettings({
      textSize: '150',
      motion: 'none',
      layout: 'simple',
    })
    chooseSettings(form())
    expect([
      chosen('textSize'),
      chosen('motion'),
      chosen('lines'),
      box('layout:simple').checked,
      box('print:large').checked,
    ]).toEqual(['150', 'none', '', true, false])
    expect(changed()).toBe('You have changed 3 settings.')
  })

  it('keeps and says a choice at once, and leaves the focus where it is', async () => {
    chooseSettings(form())
    choice('textSize', '150').focus()
    choice('textSize', '150').click()
    expect(readSettings()).toEqual({ textSize: '150' })
    expect(changed()).toBe('You have changed one setting.')
    expect(document.activeElement).toBe(choice('textSize', '150'))
    expect(await heard()).toEqual(['Text size: 150%'])
  })

  it('keeps in sight what was chosen when the page grows', async () => {
    chooseSettings(form())
    const large = choice('textSize', '150')
    large.click()
    document.body.style.paddingBlockStart = '300vh'
    await new Promise<void>((resolve) => {
      new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) resolve()
      }).observe(large)
    })
    document.body.style.paddingBlockStart = ''
    expect(chosen('textSize')).toBe('150')
  })

  it('takes a choice back', async () => {
    changeSettings({ textSize: '150' })
    chooseSettings(form())
    choice('textSize', '').click()
    expect(readSettings()).toEqual({})
    expect(changed()).toBe('You have changed no settings.')
    expect(await heard()).toEqual(['Text size: Same as my device'])
  })

  it('says whether a box is on or off', async () => {
    chooseSettings(form())
    box('wordHelp:off').click()
    expect(readSettings()).toEqual({ wordHelp: 'off' })
    expect(await heard()).toEqual(['Do not mark hard words: on'])
    box('wordHelp:off').click()
    expect(readSettings()).toEqual({})
    expect((await heard()).at(-1)).toBe('Do not mark hard words: off')
  })

  it('has the language that is wanted first', () => {
    chooseSettings(form())
    choice('edition', 'ar').click()
    expect(readSettings()).toEqual({ edition: 'ar' })
  })

  it('takes everything back with one button', async () => {
    changeSettings({ textSize: '150', colours: 'cream' })
    chooseSettings(form())
    press('Reset to my device settings')
    expect(readSettings()).toEqual({})
    expect([chosen('textSize'), chosen('colours')]).toEqual(['', ''])
    expect(await heard()).toEqual(['You have changed no settings.'])
  })

  it('follows what another tab chooses', () => {
    chooseSettings(form())
    changeSettings({ colours: 'dark' })
    expect(chosen('colours')).toBe('dark')
  })

  it('has what somebody pressed before it was there', () => {
    changeSettings({ lines: 'wide' })
    choice('textSize', '200').checked = true
    box('print:large').checked = true
    chooseSettings(form())
    expect(readSettings()).toEqual({ lines: 'wide', textSize: '200', print: 'large' })
  })

  it('says where the browser keeps nothing, and what else there is', async () => {
    chooseSettings(form())
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    choice('textSize', '150').click()
    expect(byId<HTMLElement>(settingsIds.notKept).hidden).toBe(false)
    expect(await heard()).toEqual(['This browser keeps no settings.'])
  })

  it('says beside the buttons that read aloud when the device has no voice, until one comes', () => {
    const speech = fakeSpeech(distantVoice('en-GB'))
    speakThrough(speech)
    chooseSettings(form())
    const hint = () =>
      document.getElementById(
        box('listen:on').getAttribute('aria-describedby')?.split(' ').at(-1) ?? '',
      )?.textContent
    expect(hint()).toBe('This device has no voice that can read here, so there will be no buttons.')
    speech.have(ownVoice('en-GB'))
    expect(hint()).toBe('Uses the voices that are on your device. It never starts by itself.')
    speech.have()
    expect(hint()).toContain('no voice')
    vi.unstubAllGlobals()
  })

  it('takes nothing from its samples', () => {
    chooseSettings(form())
    expect(form().querySelectorAll('[inert] input:checked').length).toBeGreaterThan(0)
    expect(readSettings()).toEqual({})
  })
})

describe('two colours of one’s own', () => {
  const reveal = () => byId(settingsIds.ownText).closest<HTMLElement>('.reveal')
  const mix = (id: string, colour: string) => {
    byId(id).value = colour
    byId(id).dispatchEvent(new Event('change', { bubbles: true }))
  }

  it('come into view with their choice, and are used at once', async () => {
    chooseSettings(form())
    expect(reveal()?.hidden).toBe(true)
    choice('colours', 'own').click()
    expect(reveal()?.hidden).toBe(false)
    expect(readSettings()).toEqual({
      colours: 'own',
      ownColours: { text: '#1f2a44', page: '#fdf6e3' },
    })
    expect((await heard())[0]).toMatch(/^The contrast is \d+(\.\d)? to 1\. That is enough/)
    choice('colours', 'dark').click()
    expect(reveal()?.hidden).toBe(true)
  })

  it('are not used when they are too near each other, and it says what to do', async () => {
    changeSettings({ colours: 'own', ownColours: { text: '#000000', page: '#ffffff' } })
    chooseSettings(form())
    mix(settingsIds.ownText, '#999999')
    expect(readSettings().ownColours).toEqual({ text: '#000000', page: '#ffffff' })
    const words = byId<HTMLElement>(settingsIds.ownWords)
    expect(words.textContent).toContain('Choose a darker colour for the text')
    expect(words.className).toBe('problem')
    expect(byId(settingsIds.ownText).getAttribute('aria-invalid')).toBe('true')
    expect(byId(settingsIds.ownText).value).toBe('#999999')
    expect(await heard()).toEqual([words.textContent])
  })

  it('are used once they are far enough apart', () => {
    changeSettings({ colours: 'own', ownColours: { text: '#000000', page: '#ffffff' } })
    chooseSettings(form())
    mix(settingsIds.ownText, '#999999')
    mix(settingsIds.ownPage, '#101010')
    expect(readSettings().ownColours).toEqual({ text: '#000000', page: '#ffffff' })
    mix(settingsIds.ownText, '#ffff99')
    expect(readSettings().ownColours).toEqual({ text: '#ffff99', page: '#101010' })
    expect(byId(settingsIds.ownText).hasAttribute('aria-invalid')).toBe(false)
  })
})
