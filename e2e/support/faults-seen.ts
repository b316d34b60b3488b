import type { BrowserContext } from '@playwright/test'

/** What a browser had to complain of: errors in its console, refusals by the content security policy, exceptions nobody caught. */
export interface FaultsSeen {
  /** What is to be expected from now on: a request that fails while there is no connection, say. */
  expect(words: RegExp): void
  /** Complaints that were not expected, with the page they came from. */
  unexpected(): readonly string[]
}

export const offline = /ERR_INTERNET_DISCONNECTED/

/** Listens to every page of a context, those opened later too. */
export function watchFaults(context: BrowserContext): FaultsSeen {
  const seen: string[] = []
  const expected: RegExp[] = []
  context.on('console', (message) => {
    if (message.type() === 'error')
      seen.push(`${message.text()} (${message.location().url || message.page()?.url()})`)
  })
  context.on('weberror', (error) => seen.push(`${error.error().message} (${error.page()?.url()})`))
  return {
    expect: (words) => {
      expected.push(words)
    },
    unexpected: () => seen.filter((words) => !expected.some((known) => known.test(words))),
  }
}
