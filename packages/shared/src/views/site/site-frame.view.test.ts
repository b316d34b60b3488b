import { describe, expect, it } from 'vitest'
import { noSiteSettings } from '../../domain/site/site-settings.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { helpView } from './help.view.ts'
import { privacyView } from './privacy.view.ts'
import { siteFrame } from './site-frame.view.ts'

const sample = { name: 'Example Vale NHS Trust', note: 'Example Vale is made up.' }
const host = { name: 'Riverside NHS Trust' }
const logo = {
  files: [
    { address: '/media/a.webp', bytes: 1 },
    { address: '/media/b.png', bytes: 1 },
  ],
}
const frame = { path: '/', content: '' }

describe('the foot of a page', () => {
  it('says whose page it is while the Trust has not said who runs the website', () => {
    expect(wordsOf(siteFrame({ ...frame, trust: sample }))).toContain(
      'Takepart is run here by Example Vale NHS Trust. Example Vale is made up.',
    )
    expect(wordsOf(siteFrame(frame))).not.toContain('run here by')
  })

  it('says who runs the website, and of a sample that it is one', () => {
    expect(wordsOf(siteFrame({ ...frame, host, trust: sample }))).toContain(
      'Takepart is run here by Riverside NHS Trust. Example Vale is made up.',
    )
  })

  it('has the logo with the name of the Trust, and none where there is none', () => {
    const shown = rendered(siteFrame({ ...frame, host: { ...host, logo } }))
    expect(shown).toContain('alt="Riverside NHS Trust"')
    expect(shown).toContain('/media/b.png')
    expect(rendered(siteFrame({ ...frame, host }))).not.toContain('<img')
  })
})

describe('the pages of the Trust', () => {
  it('say plainly what has not been written, and always whom to complain to', () => {
    const words = wordsOf(privacyView({}))
    expect(words).toContain('has not named its data protection officer yet')
    expect(words).toContain('has not written yet which law')
    expect(linksOf(privacyView({}))).toContain('https://ico.org.uk/make-a-complaint/')
    const settings = { ...noSiteSettings, lawfulBasis: 'One\nTwo <b>', complaints: 'Ask us first.' }
    const written = privacyView({ settings })
    expect(wordsOf(written)).toContain('Ask us first.')
    expect(wordsOf(written)).not.toContain('has not written yet which law')
    expect(rendered(written)).toContain('<p>One</p>')
    expect(rendered(written)).not.toContain('<b>')
  })

  it('say of a contact of a consultation that it is that, until there is one of the Trust', () => {
    const contact = { name: 'The team', phone: '01632 960 001' }
    const unset = helpView({ trust: sample, contact, missing: ['contact'] })
    expect(wordsOf(unset)).toContain('here is how to reach Example Vale NHS Trust')
    expect(wordsOf(helpView({ trust: host, contact }))).not.toContain('has not written here')
  })

  it('have the Trust’s crisis lines right after 999', () => {
    const links = linksOf(helpView({ lines: [{ when: 'At night', number: '01632 960 002' }] }))
    const tel = links.filter((link) => link.startsWith('tel:'))
    expect(tel.slice(0, 3)).toEqual(['tel:999', 'tel:01632960002', 'tel:111'])
  })
})
