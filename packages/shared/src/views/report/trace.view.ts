import { html, nothing, type TemplateResult } from 'lit'
import type { ResponseTrace, TracedTheme } from '../../domain/report/trace.ts'
import type { ErasureReason } from '../../domain/response/removal.ts'
import { traceWords } from '../../words/trace.ts'

/** What became of somebody's own words, below their response. */
export const traceView = (trace: ResponseTrace): TemplateResult =>
  trace.erased ? erasedTrace(trace.erased) : standingTrace(trace)

const erasedTrace = (reason: ErasureReason) => html`<section class="part" aria-labelledby="trace">
  <h2 id="trace" tabindex="-1">${traceWords.erasedTitle}</h2>
  <p>${traceWords.erased[reason]}</p>
  <p>${traceWords.erasedMore}</p>
</section>`

const standingTrace = (trace: ResponseTrace) => html`<section
  class="part" aria-labelledby="trace"
>
  <h2 id="trace" tabindex="-1">${traceWords.title}</h2>
  <p>${trace.counted ? traceWords.counted : traceWords.notCounted}</p>
  ${(trace.takenOut ?? []).map(({ question, reason }) => html`<p>${traceWords.takenOut(question, reason)}</p>`)}
  ${trace.themes.length === 0 ? html`<p>${trace.concluded ? traceWords.noThemes : traceWords.notRead}</p>` : nothing}
  ${trace.themes.map((theme) => themeOf(theme, trace))}
  ${trace.concluded ? html`<p><a href=${`/consultations/${trace.slug}/outcome`}>${traceWords.outcome}</a></p>` : nothing}
  <p class="quiet">${traceWords.onlyYou}</p>
</section>`

const themeOf = (
  { question, name, definition, decisions }: TracedTheme,
  { concluded, slug }: ResponseTrace,
) => html`<h3>${name}</h3>
  <p>${traceWords.found(question)} ${definition}</p>
  ${
    decisions.length === 0
      ? html`<p>${concluded ? traceWords.noDecision : traceWords.notDecided}</p>`
      : html`<ul>${decisions.map(
          ({ point, title, did }) =>
            html`<li><a href=${`/consultations/${slug}/outcome#point-${point}`}>${title}</a>: ${traceWords.did[did]}</li>`,
        )}</ul>`
  }`
