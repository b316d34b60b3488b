import { describe, expect, it } from 'vitest'
import {
  missingOfSite,
  noSiteSettings,
  siteFields,
  type LogoProblem,
  type SiteSettings,
} from '../../domain/site/site-settings.ts'
import { logoProblemWords, siteFieldWords, siteHints } from '../../words/site-desk.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import {
  siteFieldId,
  siteSettingsView,
  untouchedSite,
  type SitePageModel,
  type SiteState,
} from './site-settings.view.ts'
import { takeSamplesView } from './take-samples.view.ts'

const settingsOf = (changes: Partial<SiteSettings> = {}): SiteSettings => ({
  ...noSiteSettings,
  name: 'Riverside NHS Trust',
  ...changes,
})
const modelOf = (changes: Partial<SitePageModel> = {}): SitePageModel => {
  const settings = changes.settings ?? settingsOf()
  return { revision: 1, settings, missing: missingOfSite(settings), samples: 0, ...changes }
}
const stateOf = (changes: Partial<SiteState> = {}, model = modelOf()): SiteState => ({
  ...untouchedSite(model.settings),
  ...changes,
})

/** The ids that the links of the page lead to, of those that stay on it. */
const placesIn = (markup: string): readonly string[] =>
  [...markup.matchAll(/href="#([\w-]+)"/g)].map(([, id = '']) => id)

describe('the form of the Trust', () => {
  it('has a control for every field, with its name, and what it is under where that is said', () => {
    const view = siteSettingsView(modelOf())
    const words = wordsOf(view)
    for (const field of siteFields) {
      expect(rendered(view)).toContain(`id="${siteFieldId(field)}"`)
      expect(words).toContain(siteFieldWords[field])
      expect(words).toContain(siteHints[field] ?? siteFieldWords[field])
    }
  })

  it('leads to what is missing, and says so when nothing is', () => {
    const model = modelOf()
    const markup = rendered(siteSettingsView(model))
    expect(placesIn(markup)).toEqual(['contact', 'privacy', 'accessibility'])
    for (const id of placesIn(markup)) expect(markup).toContain(`<h2 id="${id}"`)
    expect(wordsOf(siteSettingsView(modelOf({ missing: [] })))).toContain('Nothing is missing.')
  })

  it('leads to the pages that show what is written, in tabs of their own', () => {
    const view = siteSettingsView(modelOf())
    for (const path of ['/', '/help', '/help-now', '/privacy', '/accessibility'])
      expect(linksOf(view)).toContain(path)
    const [links, named] = [/target="_blank"/g, /opens in a new tab/g].map(
      (sign) => rendered(view).match(sign)?.length,
    )
    expect(links).toBe(5)
    expect(named).toBe(links)
  })

  it('says a problem in the summary and beside its field', () => {
    const problems = [
      { code: 'name-missing', field: 'name' },
      { code: 'date-unclear', field: 'reviewedOn' },
      { code: 'too-long', field: 'keptFor', most: 2_000, over: 1_234 },
    ] as const
    const view = siteSettingsView(modelOf(), stateOf({ problems }))
    const markup = rendered(view)
    for (const { field } of problems) {
      expect(placesIn(markup)).toContain(siteFieldId(field))
      expect(markup).toContain(`id="${siteFieldId(field)}_error"`)
    }
    expect(wordsOf(view).match(/Enter the name of your Trust/g)).toHaveLength(2)
    expect(wordsOf(view)).toContain('2,000 characters or fewer. You have 1,234 too many')
  })

  it('keeps both people’s words where they clash: one’s in the field, the other’s beside it', () => {
    const settings = settingsOf({ hours: 'Tuesdays' })
    const clashes = [
      { field: 'hours', theirs: 'Mondays <b>' },
      { field: 'post', theirs: '' },
    ] as const
    const state = stateOf({ settings, clashes, by: 'Bo Larch' })
    const view = siteSettingsView(modelOf(), state)
    expect(rendered(view)).toContain('value="Tuesdays"')
    expect(rendered(view)).not.toContain('<b>')
    expect(wordsOf(view)).toContain('Bo Larch has written here since you began: “Mondays')
    expect(wordsOf(view)).toContain('Bo Larch has emptied this since you began')
    expect(placesIn(rendered(view))).toContain(siteFieldId('hours'))
  })

  it('shows a date as far as it is typed', () => {
    const markup = rendered(
      siteSettingsView(modelOf(), stateOf({ settings: settingsOf({ plannedFor: '--31' }) })),
    )
    expect(markup).toMatch(
      /<input[^>]* value="31"[^>]*name="plannedFor_day"|name="plannedFor_day"[^>]*value="31"|value="31"[^>]*id="site-planned-for"|id="site-planned-for"[^>]*value="31"/,
    )
  })

  it('says who saved last, and that it was saved', () => {
    const last = { name: 'Bo Larch', at: '2027-02-01T10:20:00Z' }
    const view = siteSettingsView(modelOf({ last }), stateOf({ said: 'Saved.' }))
    expect(wordsOf(view)).toContain('Last saved by Bo Larch on Monday 1 February 2027 at 10:20 am.')
    expect(wordsOf(view)).toContain('Saved.')
  })

  it('leads to the samples while there are any', () => {
    expect(linksOf(siteSettingsView(modelOf()))).not.toContain('/desk/site/samples')
    const view = siteSettingsView(modelOf({ samples: 6 }))
    expect(linksOf(view)).toContain('/desk/site/samples')
    expect(wordsOf(view)).toContain('6 samples of a made-up Trust')
    expect(wordsOf(siteSettingsView(modelOf({ samples: 1 })))).toContain(
      'still shows one sample of',
    )
  })
})

describe('the logo at the desk', () => {
  const logo = {
    files: [
      { address: '/media/a.webp', bytes: 1 },
      { address: '/media/b.png', bytes: 1 },
    ],
  }

  it('waits for a name, which is what people hear who do not see it', () => {
    const nameless = modelOf({ settings: noSiteSettings })
    expect(rendered(siteSettingsView(nameless))).not.toContain('type="file"')
    expect(rendered(siteSettingsView(modelOf()))).toContain('type="file"')
  })

  it('is shown with the name, and can be taken off only where there is one', () => {
    const view = siteSettingsView(modelOf({ logo }))
    expect(rendered(view)).toContain('alt="Riverside NHS Trust"')
    expect(wordsOf(view)).toContain('Take the logo off')
    expect(wordsOf(siteSettingsView(modelOf()))).not.toContain('Take the logo off')
  })

  it('says every problem beside the field and in the summary', () => {
    const problems = [...Object.keys(logoProblemWords), 'none-chosen'] as (
      | LogoProblem
      | 'none-chosen'
    )[]
    for (const problem of problems) {
      const view = siteSettingsView(modelOf(), stateOf({ logo: { busy: false, problem } }))
      expect(placesIn(rendered(view))).toContain('site-logo')
      expect(rendered(view)).toContain('id="site-logo_error"')
    }
  })

  it('says that it is on its way', () => {
    const view = siteSettingsView(modelOf(), stateOf({ logo: { busy: true } }))
    expect(wordsOf(view)).toContain('Sending the logo')
  })
})

describe('taking the samples away', () => {
  const one = { id: 'a', title: 'Leaving <b>hospital', said: 1 }
  const held = { consultations: [one], rounds: [{ ...one, said: 15 }], supportRequests: 2 }

  it('says first all that goes and what stays', () => {
    const view = takeSamplesView(held)
    expect(wordsOf(view)).toContain('(1 response)')
    expect(wordsOf(view)).toContain('(15 contributions)')
    expect(wordsOf(view)).toContain('2 requests for a format or for support')
    expect(wordsOf(view)).toContain('What stays: your own consultations')
    expect(wordsOf(view)).toContain('Take all of this away')
    expect(rendered(view)).not.toContain('<b>')
  })

  it('names no requests where there are none, and offers nothing once all is gone', () => {
    expect(wordsOf(takeSamplesView({ ...held, supportRequests: 0 }))).not.toContain('support, made')
    const gone = takeSamplesView({ consultations: [], rounds: [], supportRequests: 0 })
    expect(wordsOf(gone)).toContain('The samples are gone')
    expect(rendered(gone)).not.toContain('<button')
  })
})
