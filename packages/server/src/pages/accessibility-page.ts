import { ofTrust } from '@takepart/shared/domain/site/accessibility-statement'
import { readStatement } from '@takepart/shared/domain/site/accessibility-statement-schema'
import { sitePaths } from '@takepart/shared/domain/site/site-paths'
import {
  accessibilityStatementTitle,
  accessibilityStatementView,
} from '@takepart/shared/views/site/accessibility-statement.view'
import statementFile from '../accessibility-statement.json' with { type: 'json' }
import { finished, hostOf, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'

const statement = readStatement(statementFile)
const path = sitePaths.documents.accessibility

/** The accessibility statement: what the data file says, whose website it is, and the facts that are the Trust's to set. */
export async function accessibilityPage(deps: PageDeps): Promise<MadePage> {
  const { trust, contact, missing } = await hostOf(deps)
  const own = ofTrust(statement, deps.site?.settings)
  const notSet = missing.includes('accessibility')
  const content = accessibilityStatementView({ statement: own, trust, contact, notSet })
  return finished(
    { title: accessibilityStatementTitle, path, content, trust, script: 'document' },
    deps,
    { says: [path, own, trust, contact, notSet] },
  )
}
