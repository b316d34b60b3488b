import type { Action } from '../../domain/account/actions.ts'
import { authoringPaths } from '../../domain/site/authoring-paths.ts'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { moderationPaths, balancePaths } from '../../domain/site/moderation-paths.ts'
import { roundDeskPaths } from '../../domain/site/round-desk-paths.ts'
import { authoringWords } from '../../words/authoring.ts'
import { accountWords } from '../../words/account.ts'
import { balanceWords } from '../../words/balance.ts'
import { concernWords } from '../../words/concern.ts'
import { deskWords } from '../../words/desk.ts'
import { requestsDeskWords } from '../../words/requests-desk.ts'
import { moderationDeskWords } from '../../words/moderation-desk.ts'
import { roundDeskWords } from '../../words/round-desk.ts'
import { siteDeskWords } from '../../words/site-desk.ts'

export interface DeskLink {
  readonly href: string
  readonly text: string
  /** Shown to those who may do this to something. */
  readonly action: Action
}

/** The main links of the desk, in their order. A noun with pages at the desk adds its own. */
export const deskLinks: readonly DeskLink[] = [
  { href: deskPaths.home, text: deskWords.today, action: 'today.read' },
  { href: authoringPaths.list, text: authoringWords.list, action: 'consultation.list' },
  { href: roundDeskPaths.list, text: roundDeskWords.list, action: 'round.read' },
  { href: balancePaths.list, text: balanceWords.short, action: 'round.read-balance' },
  { href: deskPaths.requests, text: requestsDeskWords.title, action: 'support-request.read' },
  {
    href: moderationPaths.queue,
    text: moderationDeskWords.title,
    action: 'moderation.read-queue',
  },
  { href: moderationPaths.concerns, text: concernWords.title, action: 'concern.see' },
  { href: deskPaths.site, text: siteDeskWords.link, action: 'site.set-up' },
  { href: deskPaths.staff, text: accountWords.staffTitle, action: 'staff.list' },
  { href: deskPaths.audit, text: accountWords.auditTitle, action: 'audit.read' },
]

/** The link under which an address stands: the longest that it begins with. */
export function currentLink(path: string): string | undefined {
  return deskLinks
    .map(({ href }) => href)
    .filter((href) => path === href || (href !== deskPaths.home && path.startsWith(`${href}/`)))
    .toSorted((one, other) => other.length - one.length)[0]
}
