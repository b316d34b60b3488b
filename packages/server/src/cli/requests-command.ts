import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { findNewestVersion } from '../features/consultation/consultation.queries.ts'
import { closeSupportRequest } from '../features/support-request/close-request.ts'
import { eraseOldRequests } from '../features/support-request/erase-requests.ts'
import { listRequests } from '../features/support-request/support-request.queries.ts'
import type { Asked } from './command-line.ts'
import { harmless } from './harmless.ts'
import { itemsOf, requestLists } from './request-lists.ts'
import type { CommandWorld, ExitCode } from './run-command.ts'

type AskedRequests = Extract<Asked, { verb: 'requests' }>
type AskedToClose = Extract<Asked, { verb: 'close-request' }>

/** Lists what people have asked for so that they can take part, what is due first, first. */
export async function requestsCommand(
  db: Kysely<Schema>,
  { slug, format, open }: AskedRequests,
  { out, err, now }: CommandWorld,
): Promise<ExitCode> {
  await eraseOldRequests(db, now())
  if (slug !== undefined && (await findNewestVersion(db, slug)) === undefined) {
    err.write(
      `There is no consultation at “${slug}”. npm run consultation -- list shows all there are.\n`,
    )
    return 1
  }
  const items = itemsOf(await listRequests(db, { slug, open }), dayOfMoment(now()))
  out.write(requestLists[format](items))
  const overdue = items.filter((item) => item.overdue).length
  err.write(
    `${items.length} ${items.length === 1 ? 'request' : 'requests'}${overdue > 0 ? `, ${overdue} overdue` : ''}\n`,
  )
  return 0
}

/** Says of one request that it was met, or why not. */
export async function closeRequestCommand(
  db: Kysely<Schema>,
  asked: AskedToClose,
  { out, now }: CommandWorld,
): Promise<ExitCode> {
  const result = await closeSupportRequest(db, asked, now())
  switch (result.outcome) {
    case 'unknown':
      out.write(
        `There is no request “${harmless(asked.name)}”. npm run consultation -- requests shows all there are.\n`,
      )
      return 1
    case 'refused':
      out.write(`${result.words}\n`)
      return 1
    case 'closed':
      out.write(
        `${result.request.reference} is now ${asked.state === 'met' ? 'met' : 'not met'}. Its details are erased 6 months from today.\n`,
      )
      return 0
  }
}
