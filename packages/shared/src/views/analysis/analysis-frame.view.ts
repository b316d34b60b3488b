import { html, type TemplateResult } from 'lit'
import { analysisPaths } from '../../domain/site/analysis-paths.ts'
import { pageTitleId } from '../../ui/field.ts'
import { expectedWords } from '../../words/expected.ts'
import { exportWords } from '../../words/export.ts'
import { entryWords } from '../../words/entry.ts'
import { evidenceWords } from '../../words/evidence.ts'
import { ledgerWords } from '../../words/ledger.ts'
import { reportWords } from '../../words/report.ts'
import { themeWords } from '../../words/theme.ts'
import { responsesWords } from '../../words/responses.ts'
import { resultsWords } from '../../words/results.ts'

export interface AnalysedConsultation {
  readonly id: string
  readonly title: string
  /** Whoever looks may not read what came in: only what it comes to. */
  readonly onlyReport?: boolean
}

type Part =
  | 'themes'
  | 'enter'
  | 'expected'
  | 'results'
  | 'responses'
  | 'ledger'
  | 'export'
  | 'outcome'
  | 'evidence'

const parts: readonly (readonly [Part, string])[] = [
  ['results', resultsWords.title],
  ['responses', responsesWords.title],
  ['themes', themeWords.title],
  ['ledger', ledgerWords.title],
  ['enter', entryWords.title],
  ['expected', expectedWords.title],
  ['export', exportWords.title],
  ['outcome', reportWords.title],
  ['evidence', evidenceWords.title],
]

/** Parts for those who may not read responses as well. */
const withoutResponses: ReadonlySet<Part> = new Set(['outcome', 'evidence'])

/** What every page about a consultation's responses begins with: whose they are, and the way to the others. */
export const analysisFrame = ({
  consultation,
  part,
  heading,
  before,
  content,
}: {
  readonly consultation: AnalysedConsultation
  readonly part: Part
  readonly heading: string
  /** What stands before everything else: the problems. */
  readonly before?: unknown
  readonly content: unknown
}): TemplateResult => html`<div class="wrap wide">
  ${before}
  <nav class="analysis-parts" aria-label=${resultsWords.navigation}><ul class="links">
    ${parts
      .filter(([name]) => !consultation.onlyReport || name === part || withoutResponses.has(name))
      .map(
        ([name, text]) =>
          html`<li><a href=${analysisPaths[name](consultation.id)} aria-current=${name === part ? 'page' : 'false'}>${text}</a></li>`,
      )}
  </ul></nav>
  <p class="eyebrow">${consultation.title}</p>
  <h1 id=${pageTitleId}>${heading}</h1>
  ${content}
</div>`
