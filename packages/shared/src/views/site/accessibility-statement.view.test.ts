import { describe, expect, it } from 'vitest'
import { accessibilityStatementView } from './accessibility-statement.view.ts'
import { consultation, statement } from '../test-support/documents.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'

const { contact, trust } = consultation
const words = wordsOf(accessibilityStatementView({ statement, contact, trust }))

describe('the accessibility statement', () => {
  it('has the parts of the model statement, in its order', () => {
    const headings = [
      ...rendered(accessibilityStatementView({ statement, contact, trust })).matchAll(
        /<h[123][^>]*>(.*?)<\/h[123]>/gs,
      ),
    ].map(([, text]) => text?.trim())
    expect(headings).toEqual([
      'Accessibility statement',
      'How accessible this website is',
      'Feedback and contact information',
      'Enforcement procedure',
      'Technical information about this website’s accessibility',
      'Compliance status',
      'Non-accessible content',
      'Non-compliance with the accessibility regulations',
      'Disproportionate burden',
      'Content that is not within the scope of the accessibility regulations',
      'What we are doing to improve accessibility',
      'What we do not claim',
      'Preparation of this accessibility statement',
    ])
  })

  it('has the words that the law wants', () => {
    expect(words).toContain(
      'This accessibility statement applies to this website, Takepart, as it is run by Example Trust.',
    )
    expect(words).toContain(
      'Example Trust is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
    )
    expect(words).toContain(
      'The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the “accessibility regulations”).',
    )
    expect(words).toContain(
      'This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to the non-compliances listed below.',
    )
    expect(words).toContain(
      'This statement was prepared on 2 January 2027. It was last reviewed on 4 February 2027. This website was last tested on 3 February 2027 against the Web Content Accessibility Guidelines version 2.2 AA standard.',
    )
    expect(words).toContain(
      'This website is run by Example Trust. We want as many people as possible to be able to use this website.',
    )
    expect(words).toContain(
      'If you are in Northern Ireland and are not happy with how we respond to your complaint, contact the Equality Commission for Northern Ireland (ECNI)',
    )
  })

  it('says of each issue what happens, which criterion, since when, what to do and when it will be put right', () => {
    expect(words).toContain(
      'What happens With some screen readers nothing is said. Success criteria 4.1.3 Status messages (level AA) ' +
        'Known since 2 January 2027 What you can do Look at the top of the page. Planned for 30 September 2027',
    )
    expect(words).toContain('No auditor has tested it yet.')
    expect(words).toContain('2.2.3 No timing (level AAA). A consultation closes.')
  })

  it('leads to another way, to a person, to the one who enforces it, and to the settings', () => {
    expect(linksOf(accessibilityStatementView({ statement, contact, trust }))).toEqual([
      'https://mcmw.abilitynet.org.uk/',
      '/display-settings',
      '/help#another-way',
      'tel:01632960001',
      'mailto:involve@example.nhs.uk',
      'https://www.equalityadvisoryservice.com/',
      'https://www.equalityni.org/',
    ])
  })

  it('says that no date is set where the Trust has set none', () => {
    const issues = statement.issues.map(({ plannedFor: _, ...issue }) => issue)
    const undated = wordsOf(
      accessibilityStatementView({
        statement: { ...statement, issues, doing: [{ text: 'We ask people.' }] },
        trust,
        contact,
      }),
    )
    expect(undated).toContain('Planned for Example Trust has not set a date yet.')
    expect(undated).toContain('We ask people. Example Trust has not set a date yet.')
    expect(wordsOf(accessibilityStatementView({ statement: { ...statement, issues } }))).toContain(
      'The Trust that runs this website has not set a date yet.',
    )
  })

  it('says who has tested it, and claims nobody who has not', () => {
    expect(words).toContain('It was tested by the makers of Takepart. This is how:')
    const audited = wordsOf(
      accessibilityStatementView({
        statement: {
          ...statement,
          tests: [...statement.tests, { by: 'auditor', text: 'An audit.', on: '2027-02-01' }],
        },
      }),
    )
    expect(audited).toContain('It was tested by the makers of Takepart and an independent auditor.')
  })

  it('says what is true of a website in another state', () => {
    const none = wordsOf(
      accessibilityStatementView({
        statement: {
          ...statement,
          status: 'none',
          tests: [{ by: 'auditor', text: 'No auditor.' }],
        },
      }),
    )
    expect(none).toContain('This website is not compliant with')
    expect(none).toContain('This website has not been tested yet.')
    expect(none).toContain('The Trust that runs this website is committed')
    const full = wordsOf(
      accessibilityStatementView({ statement: { ...statement, status: 'full', issues: [] } }),
    )
    expect(full).toContain('This website is fully compliant with')
    expect(full).not.toContain('Non-compliance with')
  })
})
