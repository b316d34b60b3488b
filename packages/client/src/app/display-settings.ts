import {
  parseSettings,
  settingsKey,
  type DisplaySettings,
} from '@takepart/shared/domain/settings/display-settings'

/** Raised on `document` when a setting has changed, in this page or in another tab; the page shows it already. */
export const settingsChanged = 'display-settings-changed'

/** Some settings anew; `undefined` takes one back to the way the device has it. */
export type SettingsChange = {
  readonly [Name in keyof DisplaySettings]?: DisplaySettings[Name] | undefined
}

/** The settings kept on this device; none where the browser keeps nothing, or keeps what cannot be read. */
export function readSettings(): DisplaySettings {
  try {
    return parseSettings(JSON.parse(localStorage.getItem(settingsKey) ?? '{}'))
  } catch {
    return {}
  }
}

/** Keeps and shows some settings anew. False when this browser keeps nothing: then all is as before. */
export const changeSettings = (change: SettingsChange): boolean =>
  keep(parseSettings({ ...readSettings(), ...change }))

/** Takes every setting back. False when the browser does not let go of them. */
export const resetSettings = (): boolean => keep({})

function keep(settings: DisplaySettings): boolean {
  try {
    if (Object.keys(settings).length === 0) localStorage.removeItem(settingsKey)
    else localStorage.setItem(settingsKey, JSON.stringify(settings))
  } catch {
    return false
  }
  document.dispatchEvent(new Event(settingsChanged))
  return true
}

/** Calls the listener after each change, with all settings; the returned function stops that. */
export function whenSettingsChange(listener: (settings: DisplaySettings) => void): () => void {
  const hear = (): void => listener(readSettings())
  document.addEventListener(settingsChanged, hear)
  return () => document.removeEventListener(settingsChanged, hear)
}
