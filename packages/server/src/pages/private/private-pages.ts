import { accountPages } from './account/account-pages.ts'
import { analysisPages } from './analysis/analysis-pages.ts'
import { authoringPages } from './authoring/authoring-pages.ts'
import { concernPages } from './concern/concern-pages.ts'
import { balancePages } from './round/balance-pages.ts'
import { moderationPages } from './moderation/moderation-pages.ts'
import type { PrivatePage } from './private-page.ts'
import { requestPages } from './support-request/request-pages.ts'
import { reportPages } from './report/report-pages.ts'
import { roundDeskPages } from './round/round-desk-pages.ts'
import { siteDeskPages } from './site/site-desk-pages.ts'
import { todayPage } from './today-page.ts'

/** Every page of the desk. A feature exports its own from a folder of its name here, and adds them. */
export const privatePages: readonly PrivatePage[] = [
  todayPage,
  ...accountPages,
  ...analysisPages,
  ...authoringPages,
  ...requestPages,
  ...reportPages,
  ...concernPages,
  ...moderationPages,
  ...balancePages,
  ...roundDeskPages,
  ...siteDeskPages,
]
