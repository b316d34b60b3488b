import {
  luminance,
  settingsKey,
  type ColourPair,
} from '@takepart/shared/domain/settings/display-settings'
import { settingsChanged } from '../app/display-settings.ts'

/** The colour of the browser's own bar is that of the masthead. */
const barColours: Readonly<Record<string, string | undefined>> = {
  light: '#00485c',
  dark: '#0b3440',
  contrast: '#002a38',
  'contrast-dark': '#000000',
  cream: '#4a3818',
}

/**
 * Shows the settings kept on this device, now and whenever they change: here, in another tab, or while this page lay
 * behind Back. Attributes of the root element are settings and nothing else; the sheet that reads them is linked once
 * there is one.
 *
 * This stands in every page, so it takes the store at its word: only what `parseSettings` has let through is written
 * there, and a word that no rule of the sheet knows changes nothing.
 *
 * @param sheet the address of that sheet
 */
export function showSettings(sheet: string): void {
  const root = document.documentElement
  const bar = document.querySelector<HTMLMetaElement>('meta[name=theme-color]')
  const plainBar = bar?.content
  const show = (): void => {
    const { words, own } = kept()
    for (const name of Object.keys(root.dataset)) delete root.dataset[name]
    Object.assign(root.dataset, words)
    const style = own
      ? `--own-text:${own.text};--own-page:${own.page};color-scheme:${own.scheme}`
      : ''
    if (root.style.cssText || style) root.style.cssText = style
    if (bar) bar.content = own?.page ?? barColours[words['colours'] ?? ''] ?? plainBar ?? ''
    if (Object.keys(words).length > 0) link(sheet)
  }
  const tell = (): boolean => document.dispatchEvent(new Event(settingsChanged))
  show()
  document.addEventListener(settingsChanged, show)
  // No key: everything was cleared.
  addEventListener('storage', ({ key }) => (key ?? settingsKey) === settingsKey && tell())
  addEventListener('pageshow', ({ persisted }) => persisted && tell())
}

interface Kept {
  readonly words: Readonly<Record<string, string>>
  readonly own?: ColourPair & { readonly scheme: 'light' | 'dark' }
}

function kept(): Kept {
  try {
    const { ownColours, ...stored } = JSON.parse(
      localStorage.getItem(settingsKey) ?? '{}',
    ) as Record<string, unknown>
    const isWord = (entry: [string, unknown]): entry is [string, string] =>
      /^[a-z]+$/i.test(entry[0]) && typeof entry[1] === 'string'
    const words = Object.fromEntries(Object.entries(stored).filter(isWord))
    if (words['colours'] !== 'own') return { words }
    const { text, page } = ownColours as ColourPair
    return {
      words,
      own: { text, page, scheme: luminance(text) > luminance(page) ? 'dark' : 'light' },
    }
  } catch {
    return { words: {} }
  }
}

/** Nothing is painted before the sheet is there, so nothing flashes; a browser that cannot be told to wait shows nothing. */
function link(sheet: string): void {
  if (!sheet || document.querySelector('link[rel=stylesheet]')) return
  const element = document.createElement('link')
  element.rel = 'stylesheet'
  element.href = sheet
  element.setAttribute('blocking', 'render')
  if (document.readyState === 'loading' && !('blocking' in HTMLLinkElement.prototype)) {
    const { style } = document.documentElement
    style.visibility = 'hidden'
    element.onload = element.onerror = () => {
      style.visibility = ''
    }
  }
  document.head.append(element)
}
