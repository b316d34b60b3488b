import { hydrate } from '@lit-labs/ssr-client'
import { render } from 'lit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { rendered } from 'virtual:server-rendered'
import { checkRequest, requestOf, writtenOf } from '../domain/support-request/support-request.ts'
import {
  anotherWayAbout,
  anotherWayModel,
  anotherWayTitle,
  anotherWayView,
  type AnotherWayModel,
} from './support-request/another-way.view.ts'
import { emptyRequestForm } from './support-request/request-form.view.ts'
import { supportRequest } from './test-support/records.ts'

const [first] = rendered
if (!first) throw new Error('nothing was rendered')
const { consultation } = first.version
const about = anotherWayAbout(consultation, new Date(consultation.opensAt))
const model = anotherWayModel(about)

afterEach(() => document.body.replaceChildren())

function shown(change: Partial<AnotherWayModel> = {}): HTMLElement {
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  render(anotherWayView({ ...model, ...change }), host)
  return host
}
const byId = (id: string) => document.getElementById(id) as HTMLInputElement

describe('the page to ask for something in another way', () => {
  it.each(
    rendered.map(
      ({ version, anotherWay }) => [version.consultation.slug, version, anotherWay] as const,
    ),
  )('is taken over as the server sent it, node for node: %s', (_, version, markup) => {
    const complaints = vi.spyOn(console, 'error')
    const host = document.createElement('tp-another-way-page')
    host.innerHTML = markup
    document.body.replaceChildren(host)
    const before = [...host.querySelectorAll('*')]
    const written = JSON.parse(host.querySelector('[data-about]')?.getAttribute('data-about') ?? '')
    expect(written).toEqual(
      anotherWayAbout(version.consultation, new Date(version.consultation.opensAt)),
    )
    hydrate(anotherWayView(anotherWayModel(written)), host)
    render(
      anotherWayView({
        ...anotherWayModel(written),
        form: { ...writtenOf(supportRequest), ownDevice: true },
      }),
      host,
    )
    expect([...host.querySelectorAll('*')]).toEqual(before)
    expect(complaints).not.toHaveBeenCalled()
    expect(byId('say-other-language').value).toBe('Polish')
    expect(
      [...host.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value),
    ).toEqual(['easy-read', 'other-language', 'talk-by-phone', 'post', 'yes', 'own'])
  })

  it('has the ways that need no script first, and reads without one', () => {
    const words = shown().textContent.replaceAll('\u00a0', ' ')
    const { phone = '', email = '' } = consultation.contact
    expect(words).toContain(phone)
    expect(words.indexOf(phone)).toBeLessThan(words.indexOf('Ask on this page'))
    expect(email === '' || words.includes(email)).toBe(true)
    expect(words).toContain('We aim to reply within 5 working days.')
    expect(words, 'true also of a page that is kept beyond that').toMatch(
      /This closes .+ 20\d\d at .+\. If you ask before that, we aim to reply before that if there is time\./,
    )
    expect(words).toContain('We erase your details 6 months after')
  })

  it('promises nothing before closing once it has closed', () => {
    const words = shown({ about: { ...about, closesAt: undefined } }).textContent
    expect(words).toContain('We aim to reply within 5 working days.')
    expect(words).not.toContain('If you ask before')
  })

  it('asks only for what the chosen way needs', () => {
    shown({ form: { ...emptyRequestForm, by: 'text', needs: ['other-format'] } })
    const visible = [...document.querySelectorAll<HTMLElement>('input[type=text], textarea')]
      .filter((field) => field.checkVisibility())
      .map(({ id }) => id)
    expect(visible).toEqual(['say-other-format', 'reach-text', 'called', 'suits'])
    expect(byId('reach-text').autocomplete).toBe('tel')
    expect(byId('called').autocomplete).toBe('name')
  })

  it('says nothing is agreed to beforehand', () => {
    shown()
    expect(document.querySelectorAll('input:checked')).toHaveLength(0)
  })

  it('puts every problem beside its field and in the summary, in the same words', () => {
    const form = {
      ...emptyRequestForm,
      needs: ['other-language'] as const,
      by: 'email' as const,
      to: { email: 'sam' },
      when: 'x'.repeat(301),
    }
    const problems = checkRequest(requestOf(form))
    shown({ form, problems })
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#error-summary a')]
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#say-other-language',
      '#reach-email',
      '#suits',
    ])
    for (const link of links) {
      const field = byId(link.hash.slice(1))
      expect(field.getAttribute('aria-invalid')).toBe('true')
      expect(document.getElementById(`${field.id}_error`)?.textContent).toContain(link.textContent)
      expect(field.checkVisibility()).toBe(true)
    }
    expect(anotherWayTitle({ about, problems })).toBe(
      `Error: Ask for this in another way – ${consultation.title}`,
    )
    shown({ problems: checkRequest(requestOf(emptyRequestForm)) })
    expect(
      [...document.querySelectorAll<HTMLAnchorElement>('#error-summary a')].map((link) => [
        link.hash,
        byId(link.hash.slice(1)).type,
      ]),
    ).toEqual([
      ['#format', 'checkbox'],
      ['#reach', 'radio'],
    ])
  })
})
