import { readStatement } from '@takepart/shared/domain/site/accessibility-statement-schema'
import { sitePaths } from '@takepart/shared/domain/site/site-paths'
import {
  accessibilityStatementTitle,
  accessibilityStatementView,
} from '@takepart/shared/views/site/accessibility-statement.view'
import statementFile from '../accessibility-statement.json' with { type: 'json' }
import { finished, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'

const statement = readStatement(statementFile)
const path = sitePaths.documents.accessibility

/** The accessibility statement: what the data file says, and whose website it is. */
export async function accessibilityPage(deps: PageDeps): Promise<MadePage> {
  const { trust, contact } = (await deps.published.host()) ?? {}
  const content = accessibilityStatementView({ statement, trust, contact })
  return finished(
    { title: accessibilityStatementTitle, path, content, trust, script: 'document' },
    deps,
    { says: [path, statement, trust, contact] },
  )
}
