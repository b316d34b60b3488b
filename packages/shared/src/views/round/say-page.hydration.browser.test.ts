import { hydrate } from '@lit-labs/ssr-client'
import { render } from 'lit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderedSay } from 'virtual:server-rendered'
import { contributionDraft, said } from '../test-support/contribution-records.ts'
import { replyAbout, sayAbout, writtenPage } from '../test-support/round-app-pages.ts'
import { sayModel, type SayAbout } from './say-model.ts'
import { sayView } from './say-page.view.ts'

afterEach(() => document.body.replaceChildren())

describe('the page to write on', () => {
  it.each([
    ['something new', renderedSay.say, sayAbout()],
    ['a reply', renderedSay.reply, replyAbout],
  ] as const)('is taken over as the server sent it: %s', (_, markup, about) => {
    const complaints = vi.spyOn(console, 'error')
    const host = document.createElement('tp-say-page')
    host.innerHTML = markup
    document.body.replaceChildren(host)
    const field = host.querySelector('#words')
    const written = JSON.parse(
      host.querySelector('[data-about]')?.getAttribute('data-about') ?? '',
    ) as SayAbout
    expect(written).toEqual(about)
    hydrate(sayView(sayModel(written)), host)
    render(sayView(writtenPage(written, contributionDraft())), host)
    expect(host.querySelector('#words')).toBe(field)
    expect(host.querySelector<HTMLTextAreaElement>('#words')?.value).toBe(said.text)
    expect(host.querySelector<HTMLInputElement>('#condition')?.value).toBe(said.condition)
    expect(host.querySelectorAll('figure.exact')).toHaveLength(1)
    expect(complaints).not.toHaveBeenCalled()
  })
})
