import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may, mayEver } from '@takepart/shared/domain/account/may'
import { statusOf } from '@takepart/shared/domain/consultation/consultation'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { pathOfDraft } from '@takepart/shared/domain/site/authoring-paths'
import { authoringWords } from '@takepart/shared/words/authoring'
import { waitingWords } from '@takepart/shared/words/authoring-waiting'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { listWaitingChanges, listWaitingSignOffs } from './authoring-waiting.queries.ts'
import { listOnDesk, type DeskConsultation } from './draft-list.queries.ts'

interface Asking {
  readonly db: Kysely<Schema>
  readonly actor: StaffActor
  readonly now: () => Date
}

const day = 24 * 3_600_000
/** Of what is open the end is shown this long before. */
const soon = 14 * day
const mostWaiting = 50

/** What of consultations needs somebody: signatures, second people, and ends. What was promised is the report's. */
export async function authoringWaiting({ db, actor, now }: Asking): Promise<readonly Waiting[]> {
  if (!mayEver(actor, 'consultation.read-draft')) return []
  const consultations = await listOnDesk(db, actor.teams)
  const all = [
    ...(await signatures(db, actor)),
    ...(await secondPeople(db, actor)),
    ...consultations.flatMap((one) => closingSoon(one, actor, now())),
  ]
  return all.slice(0, mostWaiting)
}

/** Drafts that wait for a signature, and those that were signed and are not published. Nobody signs what they asked for. */
async function signatures(db: Kysely<Schema>, actor: StaffActor): Promise<readonly Waiting[]> {
  const found = await listWaitingSignOffs(db, actor.teams)
  return found.flatMap(({ draft, title, askedBy, decision, publication }): Waiting[] => {
    const thing = { consultationId: draft, firstPeople: [askedBy] }
    const shown = title || authoringWords.untitled
    const href = pathOfDraft('signOff', draft)
    if (decision === 'sent-back')
      return askedBy === actor.staffId
        ? [
            {
              id: `sent-back-${draft}`,
              words: waitingWords.sentBack(shown),
              href,
              act: waitingWords.readWhy,
            },
          ]
        : []
    if (decision === null)
      return may(actor, 'consultation.sign-off', thing)
        ? [
            {
              id: `sign-off-${draft}`,
              words: waitingWords.signOff(shown),
              href,
              act: waitingWords.readAndSign,
            },
          ]
        : []
    if (!may(actor, 'consultation.publish', thing)) return []
    return publication === 'failed'
      ? [
          {
            id: `failed-${draft}`,
            urgent: true,
            words: waitingWords.failed(shown),
            href,
            act: waitingWords.seeWhy,
          },
        ]
      : [
          {
            id: `signed-${draft}`,
            words: waitingWords.signed(shown),
            href,
            act: waitingWords.publish,
          },
        ]
  })
}

async function secondPeople(db: Kysely<Schema>, actor: StaffActor): Promise<readonly Waiting[]> {
  const found = await listWaitingChanges(db, actor.teams)
  return found
    .filter(({ consultation, kind, askedBy }) =>
      may(actor, `consultation.${kind}`, { consultationId: consultation, firstPeople: [askedBy] }),
    )
    .map(({ id, consultation, title, kind }) => ({
      id: `change-${id}`,
      words: waitingWords.change[kind](title),
      href: pathOfDraft('change', consultation),
      act: waitingWords.decide,
    }))
}

function closingSoon(one: DeskConsultation, actor: StaffActor, now: Date): readonly Waiting[] {
  const { id, title, opensAt, closesAt, responses, retractedAt, version } = one
  if (version === null || !opensAt || !closesAt || retractedAt) return []
  const left = Date.parse(closesAt) - now.getTime()
  if (statusOf({ opensAt, closesAt }, now) !== 'open' || left > soon) return []
  if (!may(actor, 'consultation.ask-to-extend', { consultationId: id })) return []
  return [
    {
      id: `closes-${id}`,
      when: closesAt,
      words: waitingWords.closes(title),
      about: waitingWords.soFar(authoringWords.responses(responses)),
      href: pathOfDraft('change', id),
      act: authoringWords.change,
    },
  ]
}
