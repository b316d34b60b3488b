const speech = (): SpeechSynthesis | undefined =>
  (globalThis as Partial<Pick<Window, 'speechSynthesis'>>).speechSynthesis

/** Voices of this device itself; none where the browser cannot speak. Those of a service would send the page's words away. */
export const ownVoices = (): readonly SpeechSynthesisVoice[] =>
  speech()
    ?.getVoices()
    .filter(({ localService }) => localService) ?? []

/** Calls the listener when voices come, which may be long after the page, or go. */
export const whenVoicesChange = (listener: () => void, signal?: AbortSignal): void =>
  // In older browsers nothing can be heard from there.
  speech()?.addEventListener?.('voiceschanged', listener, signal && { signal })
