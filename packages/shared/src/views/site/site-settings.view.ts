import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { sitePaths } from '../../domain/site/site-paths.ts'
import {
  longSiteFields,
  siteDates,
  typedDate,
  typedParts,
  type SiteClash,
  type SiteField,
  type SiteLogo,
  type SitePart,
  type SiteProblem,
  type SiteSettings,
} from '../../domain/site/site-settings.ts'
import { button } from '../../ui/button.ts'
import { dateInput } from '../../ui/date-input.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, hiddenText, pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea } from '../../ui/textarea.ts'
import {
  logoProblemWords,
  siteDeskWords as words,
  siteFieldWords,
  siteHints,
  siteProblemWords,
} from '../../words/site-desk.ts'
import { logoFieldId, logoPart, type LogoState } from './site-logo-part.view.ts'

export interface SitePageModel {
  readonly revision: number
  readonly settings: SiteSettings
  readonly logo?: SiteLogo
  readonly missing: readonly SitePart[]
  /** How many samples there are still. */
  readonly samples: number
  readonly last?: { readonly name: string; readonly at: string }
}

export interface SiteState {
  readonly settings: SiteSettings
  readonly problems: readonly SiteProblem[]
  readonly clashes: readonly SiteClash[]
  /** Who wrote what clashes. */
  readonly by: string
  readonly said: string
  readonly logo: LogoState
}

export interface SiteHandlers {
  readonly onWrite: (field: SiteField, value: string) => void
  readonly onSave: () => void
  readonly onChooseLogo: (file: File | undefined) => void
  readonly onSendLogo: () => void
  readonly onRemoveLogo: () => void
}

export const untouchedSite = (settings: SiteSettings): SiteState => ({
  settings,
  problems: [],
  clashes: [],
  by: '',
  said: '',
  logo: { busy: false },
})

/** The control of a field; addresses on the page hold only small letters. */
export const siteFieldId = (field: SiteField): string =>
  `site-${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

export const siteSavedId = 'site-saved'

const groups = [
  { id: 'name', fields: ['name'], see: '/' },
  {
    id: 'contact',
    fields: ['contactName', 'phone', 'hours', 'email', 'post'],
    see: sitePaths.documents.help,
  },
  {
    id: 'crisis',
    fields: ['line1When', 'line1Phone', 'line2When', 'line2Phone', 'line3When', 'line3Phone'],
    see: sitePaths.app.helpNow,
  },
  { id: 'privacy', fields: ['lawfulBasis', 'keptFor', 'complaints'] },
  {
    id: 'officer',
    fields: ['officerName', 'officerEmail', 'officerPhone', 'officerPost'],
    see: sitePaths.documents.privacy,
  },
  {
    id: 'accessibility',
    fields: ['reviewedOn', 'replyWithin', 'plannedFor'],
    see: sitePaths.documents.accessibility,
  },
] as const satisfies readonly {
  readonly id: string
  readonly fields: readonly SiteField[]
  readonly see?: string
}[]

const moreOf: Partial<Readonly<Record<(typeof groups)[number]['id'], string>>> = {
  contact: words.contactMore,
  crisis: words.crisisMore,
  privacy: words.privacyMore,
}

/** Where an administrator writes what the Trust says of itself. */
export const siteSettingsView = (
  model: SitePageModel,
  state: SiteState = untouchedSite(model.settings),
  handlers?: SiteHandlers,
) => html`<div class="wrap wide">
  ${summary(state)}
  <div id=${siteSavedId} tabindex="-1">${state.said === '' ? nothing : notice({ tone: 'good', content: state.said })}</div>
  <h1 id=${pageTitleId}>${words.title}</h1>
  <p class="lede">${words.lede}</p>
  ${model.last ? html`<p class="quiet">${words.lastSaved(model.last.name, momentWords(model.last.at))}</p>` : nothing}
  ${missing(model.missing)}
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers?.onSave()
  }}>
    ${groups.map((group) => groupView(group, { state, handlers }))}
    <div class="actions">${button({ type: 'submit', text: words.save })}</div>
    <noscript><p class="notice warning">To save, your browser needs JavaScript.</p></noscript>
  </form>
  ${logoPart(model, state.logo, handlers)}
  ${samples(model.samples)}
</div>`

function summary({ problems, clashes, by, logo }: SiteState) {
  const items = [
    ...problems.map((problem) => ({
      href: fieldHref(siteFieldId(problem.field)),
      text: siteProblemWords(problem),
    })),
    ...clashes.map(({ field }) => ({
      href: fieldHref(siteFieldId(field)),
      text: words.clashIn(siteFieldWords[field], by),
    })),
    ...(logo.problem ? [{ href: fieldHref(logoFieldId), text: logoWords(logo.problem) }] : []),
  ]
  return items.length > 0 ? errorSummary({ items }) : nothing
}

const logoWords = (problem: NonNullable<LogoState['problem']>): string =>
  problem === 'none-chosen' ? words.logoChoose : logoProblemWords[problem]

const missing = (parts: readonly SitePart[]) =>
  parts.length === 0
    ? html`<p>${words.complete}</p>`
    : notice({
        tone: 'warning',
        title: words.missingTitle,
        content: html`<ul>${parts.map((part) => html`<li><a class="tool" href=${`#${part}`}>${words.missing[part]}</a></li>`)}</ul>`,
      })

interface Writing {
  readonly state: SiteState
  readonly handlers: SiteHandlers | undefined
}

function groupView(group: (typeof groups)[number], writing: Writing) {
  const { id, fields } = group
  const more = moreOf[id]
  return html`<section class="part" aria-labelledby=${id}>
    <h2 id=${id} tabindex="-1">${words.groups[id]}</h2>
    ${more ? html`<p>${more}</p>` : nothing}
    ${fields.map((field) => fieldView(field, writing))}
    ${'see' in group ? seeLink(id, group.see) : nothing}
  </section>`
}

/** The words of a group, and of the two that make one page. */
const seeLink = (id: (typeof groups)[number]['id'], href: string) =>
  html`<p><a class="tool" href=${href} target="_blank" rel="noopener">${words.see[id === 'officer' ? 'privacy' : id]}${hiddenText(words.newTab)}</a></p>`

function fieldView(field: SiteField, { state, handlers }: Writing) {
  const options = {
    id: siteFieldId(field),
    name: field,
    title: siteFieldWords[field],
    optional: optional.includes(field),
    ...(siteHints[field] ? { hint: siteHints[field] } : {}),
    ...errorAt(field, state),
  }
  const value = state.settings[field]
  const onInput = (typed: string) => handlers?.onWrite(field, typed)
  if (siteDates.some((date) => date === field))
    return dateInput({
      ...options,
      value: typedParts(value),
      onInput: (part, typed) => onInput(typedDate({ ...typedParts(value), [part]: typed })),
    })
  if (longSiteFields.includes(field)) return textarea({ ...options, value, rows: 4, onInput })
  return textInput({ ...options, value, ...shapeOf(field), onInput })
}

/** What nobody misses. Of the ways to reach somebody one is enough, which is said above them. */
const optional: readonly SiteField[] = ['contactName', 'hours', 'complaints', 'plannedFor']

function shapeOf(field: SiteField) {
  if (field === 'replyWithin') return { width: 2, inputmode: 'numeric', unit: words.days } as const
  if (field.toLowerCase().endsWith('phone'))
    return { width: 20, autocomplete: 'work tel', inputmode: 'tel' } as const
  return field.toLowerCase().endsWith('email')
    ? ({ spellcheck: false, autocomplete: 'work email', inputmode: 'email' } as const)
    : {}
}

function errorAt(field: SiteField, { problems, clashes, by }: SiteState) {
  const problem = problems.find((one) => one.field === field)
  if (problem) return { error: siteProblemWords(problem) }
  const clash = clashes.find((one) => one.field === field)
  return clash ? { error: words.clash(by, clash.theirs) } : {}
}

const samples = (count: number) =>
  count === 0
    ? nothing
    : html`<section class="part" aria-labelledby="samples">
        <h2 id="samples">${words.samples}</h2>
        <p>${words.samplesMore(count)}</p>
        <p><a class="tool" href=${deskPaths.samples}>${words.samplesLink}</a></p>
      </section>`
