import type { PrivatePage } from '../private-page.ts'
import { entryPage } from './entry-page.ts'
import { expectedPages } from './expected-page.ts'
import { exportPage } from './export-page.ts'
import { ledgerPage } from './ledger-page.ts'
import { questionPage } from './question-page.ts'
import { responsePage } from './response-page.ts'
import { responsesPage } from './responses-page.ts'
import { themesPages } from './themes-page.ts'
import { resultsPage } from './results-page.ts'

/** The desk's pages about what came in to a consultation. */
export const analysisPages: readonly PrivatePage[] = [
  resultsPage,
  questionPage,
  ledgerPage,
  responsesPage,
  responsePage,
  exportPage,
  entryPage,
  ...expectedPages,
  ...themesPages,
]
