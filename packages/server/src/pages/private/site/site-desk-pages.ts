import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { missingOfSite, type SamplesHeld } from '@takepart/shared/domain/site/site-settings'
import {
  siteSettingsView,
  type SitePageModel,
} from '@takepart/shared/views/site/site-settings.view'
import { takeSamplesView } from '@takepart/shared/views/site/take-samples.view'
import { siteDeskWords, takeSamplesWords } from '@takepart/shared/words/site-desk'
import { listSamples } from '../../../features/site/samples.queries.ts'
import { findSiteVersion, readSite } from '../../../features/site/site.queries.ts'
import { privatePage } from '../private-page.ts'

/** What the Trust says of itself, and what of it is missing. */
const sitePage = privatePage<SitePageModel>({
  path: deskPaths.site,
  action: 'site.set-up',
  load: async ({ db }) => {
    const site = await readSite(db)
    const [last, { consultations, rounds }] = await Promise.all([
      findSiteVersion(db, site.revision),
      listSamples(db),
    ])
    return {
      ...site,
      missing: missingOfSite(site.settings),
      samples: consultations.length + rounds.length,
      ...(last ? { last: { name: last.byName, at: last.at.toISOString() } } : {}),
    }
  },
  render: (model) => ({
    title: siteDeskWords.title,
    main: siteSettingsView(model),
    element: 'tp-site-page',
  }),
})

const samplesPage = privatePage<SamplesHeld>({
  path: deskPaths.samples,
  action: 'site.take-samples-away',
  load: ({ db }) => listSamples(db),
  render: (model) => ({
    title: takeSamplesWords.title,
    main: takeSamplesView(model),
    element: 'tp-samples-page',
  }),
})

export const siteDeskPages = [sitePage, samplesPage]
