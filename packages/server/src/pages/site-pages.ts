import { hasClosed, statusOf } from '@takepart/shared/domain/consultation/consultation'
import { sitePaths } from '@takepart/shared/domain/site/site-paths'
import { pageTitleId } from '@takepart/shared/ui/field'
import { appShellTitle, appShellView } from '@takepart/shared/views/site/app-shell.view'
import {
  consultationListTitle,
  consultationListView,
} from '@takepart/shared/views/consultation/consultation-list.view'
import {
  displaySettingsTitle,
  displaySettingsView,
} from '@takepart/shared/views/settings/display-settings.view'
import {
  helpNowFirst,
  helpNowTitle,
  helpNowView,
} from '@takepart/shared/views/help-request/help-now.view'
import { helpTitle, helpView } from '@takepart/shared/views/site/help.view'
import { notFoundTitle, notFoundView } from '@takepart/shared/views/site/no-page.view'
import { privacyTitle, privacyView } from '@takepart/shared/views/site/privacy.view'
import { html } from 'lit'
import { wordsOfSearch } from '../features/consultation/search-consultations.ts'
import type { ErrorPageModel } from '../http/app-deps.ts'
import {
  finished,
  hostOf,
  keepNowhere,
  mostOnPage,
  nextChange,
  type ListedPage,
  type PageDeps,
} from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'
import { renderPage, type PageShell } from './render-page.ts'

/** Which page of the list is asked for, and words to search for; empty: none. */
export interface ListWanted {
  readonly search: string
  readonly page: number
}

/**
 * A page of the list of consultations; with words to search for, of those that mention them. Only the first page of
 * everything lasts: the others are made afresh each time.
 */
export async function listPage(
  deps: PageDeps,
  { search, page }: ListWanted = { search: '', page: 1 },
): Promise<MadePage> {
  const now = deps.now()
  const words = wordsOfSearch(search)
  const { shown, total } =
    search !== '' && words.length === 0 ? nothingFound : await deps.published.page(page, words)
  if (shown.length === 0 && page > 1) return notFoundPage(deps)
  const consultations = shown.map(({ consultation }) => consultation)
  const model = { consultations, total, page, pages: Math.ceil(total / mostOnPage), search, now }
  const lasts = search === '' && page === 1
  const content = {
    title: consultationListTitle(model),
    description: 'Read what may change in your health services, and say what you think.',
    path: lasts ? '/' : undefined,
    content: consultationListView(model),
    trust: (await hostOf(deps)).trust,
    script: 'document' as const,
  }
  if (!lasts) return finished(content, deps, { cacheControl: keepNowhere })
  const says = shown.map(({ number, consultation }) => [
    consultation.slug,
    number,
    statusOf(consultation, now),
  ])
  return finished(content, deps, {
    changesAt: nextChange(consultations, now),
    says: ['list', model.pages, ...says],
  })
}

/** Of a search for a full stop, say. */
const nothingFound: ListedPage = { shown: [], total: 0 }

export async function helpPage(deps: PageDeps): Promise<MadePage> {
  const { trust, contact, lines, missing } = await hostOf(deps)
  const now = deps.now()
  const notClosed = (await deps.published.page(1)).shown
    .map(({ consultation }) => consultation)
    .filter((one) => !hasClosed(one, now))
  const consultations = notClosed.map(({ slug, title }) => ({ slug, title }))
  const page = {
    title: helpTitle,
    path: '/help',
    content: helpView({ trust, contact, consultations, lines, missing }),
    trust,
    script: 'document' as const,
  }
  return finished(page, deps, {
    changesAt: nextChange(notClosed, now),
    says: ['help', trust, contact, consultations, lines, missing],
  })
}

/** Taken over by the app; the lines are in it as it comes, for whoever's browser runs no script. */
export async function helpNowPage(deps: PageDeps): Promise<MadePage> {
  const { trust, lines } = await hostOf(deps)
  return finished(
    {
      title: helpNowTitle,
      path: sitePaths.app.helpNow,
      content: helpNowView(helpNowFirst(lines)),
      trust,
      script: 'app',
      takenOverBy: 'tp-help-now-page',
    },
    deps,
    { says: ['help-now', trust, lines] },
  )
}

export async function privacyPage(deps: PageDeps): Promise<MadePage> {
  const { trust, contact } = await hostOf(deps)
  const settings = deps.site?.settings
  const page = {
    title: privacyTitle,
    path: '/privacy',
    content: privacyView({ trust, contact, settings }),
    trust,
    script: 'document' as const,
  }
  return finished(page, deps, { says: ['privacy', trust, contact, settings] })
}

export async function displaySettingsPage(deps: PageDeps): Promise<MadePage> {
  const trust = (await hostOf(deps)).trust
  const path = sitePaths.documents.displaySettings
  return finished(
    {
      title: displaySettingsTitle,
      path,
      content: displaySettingsView(),
      trust,
      script: 'document',
      settings: true,
    },
    deps,
    { says: [path, trust] },
  )
}

/** The page of the app before its script has made it. The same for every address but its own place in the navigation. */
export const appPage = async (deps: PageDeps, path?: string): Promise<MadePage> => {
  const trust = (await hostOf(deps)).trust
  return finished(
    {
      title: appShellTitle,
      path,
      content: appShellView(),
      trust,
      script: 'app',
      // Stands for any page of the app where there is no connection.
      sheets: ['rounds'],
    },
    deps,
    { cacheControl: 'no-cache' },
  )
}

export const notFoundPage = (deps: Pick<PageDeps, 'shell' | 'site'>): MadePage =>
  finished({ title: notFoundTitle, content: notFoundView(), script: 'document' }, deps, {
    status: 404,
  })

/** How an error looks. Made without the database, which may be the trouble. */
export function errorPage(
  { status, title, words, reference }: ErrorPageModel,
  shell: PageShell,
): string {
  if (status === 404) return notFoundPage({ shell }).body
  const content = html`<div class="wrap">
    <h1 id=${pageTitleId}>${title}</h1>
    <p class="lede">${words}</p>
    ${reference ? html`<p class="after">If you tell us about it, give this reference: <strong>${reference}</strong></p>` : ''}
    <div class="actions"><a href="/">See all the consultations</a> <a href="/my-responses">My drafts and responses</a></div>
  </div>`
  return renderPage({ title, content, script: 'document' }, shell)
}
