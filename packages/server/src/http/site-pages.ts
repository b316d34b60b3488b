import { statusOf, type Consultation } from '@takepart/shared/domain/consultation'
import { pageTitleId } from '@takepart/shared/ui/field'
import { appShellTitle, appShellView } from '@takepart/shared/views/app-shell.view'
import { consultationListTitle, consultationListView } from '@takepart/shared/views/consultation-list.view'
import { helpTitle, helpView } from '@takepart/shared/views/help.view'
import { notFoundTitle, notFoundView } from '@takepart/shared/views/no-page.view'
import { privacyTitle, privacyView } from '@takepart/shared/views/privacy.view'
import { html } from 'lit'
import { searchConsultations } from '../features/consultation/search-consultations.ts'
import type { ErrorPageModel } from './app-deps.ts'
import { finished, keepNowhere, nextChange, type PageDeps } from './page-deps.ts'
import type { MadePage } from './ready-page.ts'
import { renderPage, type PageShell } from './render-page.ts'

const shown = async ({ published }: PageDeps) => (await published.all()).filter((one) => one.retraction === undefined)

/** The list of consultations; with words to search for, those that mention them. A search is made afresh each time. */
export async function listPage(deps: PageDeps, search = ''): Promise<MadePage> {
  const now = deps.now()
  const found = await shown(deps)
  const all = found.map((one) => one.version.consultation)
  const model = { consultations: search === '' ? all : searchConsultations(all, search), search, now }
  const page = {
    title: consultationListTitle(model),
    description: 'Read what may change in your health services, and say what you think.',
    path: search === '' ? '/' : undefined,
    content: consultationListView(model),
    trust: all[0]?.trust,
    script: 'document' as const,
  }
  if (search !== '') return finished(page, deps, { cacheControl: keepNowhere })
  const says = found.map(({ slug, version }) => [slug, version.number, statusOf(version.consultation, now)])
  return finished(page, deps, { changesAt: nextChange(found, now), says: ['list', ...says] })
}

/** Whose site it is: the Trust of the consultation that closes last. */
const host = async (deps: PageDeps): Promise<Consultation | undefined> => (await shown(deps))[0]?.version.consultation

export async function helpPage(deps: PageDeps): Promise<MadePage> {
  const { trust, contact } = await host(deps) ?? {}
  const page = { title: helpTitle, path: '/help', content: helpView({ contact }), trust, script: 'document' as const }
  return finished(page, deps, { says: ['help', trust, contact] })
}

export async function privacyPage(deps: PageDeps): Promise<MadePage> {
  const { trust, contact } = await host(deps) ?? {}
  const page = { title: privacyTitle, path: '/privacy', content: privacyView({ trust, contact }), trust, script: 'document' as const }
  return finished(page, deps, { says: ['privacy', trust, contact] })
}

/** The page of the app before its script has made it. The same for every address but its own place in the navigation. */
export const appPage = async (deps: PageDeps, path?: string): Promise<MadePage> => {
  const trust = (await host(deps))?.trust
  return finished({ title: appShellTitle, path, content: appShellView(), trust, script: 'app' }, deps, { cacheControl: 'no-cache' })
}

export const notFoundPage = (deps: Pick<PageDeps, 'shell'>): MadePage =>
  finished({ title: notFoundTitle, content: notFoundView(), script: 'document' }, deps, { status: 404 })

/** How an error looks. Made without the database, which may be the trouble. */
export function errorPage({ status, title, words, reference }: ErrorPageModel, shell: PageShell): string {
  if (status === 404) return notFoundPage({ shell }).body
  const content = html`<div class="wrap">
    <h1 id=${pageTitleId}>${title}</h1>
    <p class="lede">${words}</p>
    ${reference ? html`<p class="after">If you tell us about it, give this reference: <strong>${reference}</strong></p>` : ''}
    <div class="actions"><a href="/">See all the consultations</a> <a href="/my-responses">My drafts and responses</a></div>
  </div>`
  return renderPage({ title, content, script: 'document' }, shell)
}
