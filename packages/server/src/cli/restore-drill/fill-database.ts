import { createHash } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { nobody } from '@takepart/shared/domain/account/actor'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { ChangeId, ContributionId, ResponseId } from '@takepart/shared/domain/core/ids'
import type { Answers } from '@takepart/shared/domain/question/answer'
import { makeCode, normaliseCode } from '@takepart/shared/domain/response/private-code'
import type { Receipt } from '@takepart/shared/domain/response/response'
import type { Round } from '@takepart/shared/domain/round/round'
import { readConfig } from '../../config.ts'
import type { CallContext } from '../../context.ts'
import type { Database } from '../../db/database.ts'
import { createLiveEvents } from '../../db/live/live-events.ts'
import { inviteStaff } from '../../features/account/make-invitation.ts'
import { makeUuid } from '../../features/account/secret.ts'
import { enterResponse } from '../../features/analysis/entry/enter-response.ts'
import { decideOnResponses, undoStep } from '../../features/analysis/ledger/decide-on-responses.ts'
import {
  askForErasure,
  eraseResponse,
  takeOut,
} from '../../features/analysis/removal/remove-words.ts'
import { indexDueWords } from '../../features/analysis/response-list/response-list.queries.ts'
import { publishConsultation } from '../../features/consultation/publish-consultation.ts'
import { createLimiter } from '../../features/rate-limit/rate-limit.ts'
import { changeResponse } from '../../features/response/change-response.ts'
import { submitResponse } from '../../features/response/submit-response.ts'
import { createVersionCache } from '../../features/response/version-cache.ts'
import { withdrawResponse } from '../../features/response/withdraw-response.ts'
import { contribute } from '../../features/round/contribute.ts'
import { publishRound } from '../../features/round/publish-round.ts'
import { drillConsultation, drillRound } from './drill-documents.ts'

/** What somebody takes away from sending a response: enough to open it again. */
export interface DrillReceipt {
  readonly reference: string
  readonly code: string
  readonly answers: Answers
}

export interface World {
  readonly database: Database
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
}

/** What calls are handed by a server, for calls without one. */
export function callContext({ database, now, random }: World): CallContext {
  const { limits } = readConfig({ TAKEPART_SAMPLE: 'none' })
  return {
    db: database.calls,
    now,
    random,
    versions: createVersionCache(),
    limiter: createLimiter(limits, { now, ledger: async () => [], nameInTable: (name) => name }),
    live: createLiveEvents({ db: database.pages, hear: database.hear }),
    actor: nobody,
    beginStream: () => undefined,
    network: '192.0.2.0/24',
    edge: {
      publicOrigin: undefined,
      userAgent: undefined,
      sendsMail: false,
      hasProvider: false,
      setHeader: () => undefined,
    },
    reference: () => 'RESTOREDRILL',
  }
}

/** Whatever is refused in a drill is a bug of the drill, or of what it tries out. */
async function done<Value>(
  what: string,
  result: Promise<
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly problems?: unknown; readonly problem?: unknown }
  >,
): Promise<Value> {
  const answer = await result
  if (answer.ok) return answer.value
  throw new Error(`${what} was refused: ${JSON.stringify(answer.problems ?? answer.problem)}`)
}

const responses = 40
const contributions = 6
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(normaliseCode(code) ?? '')
    .digest('hex')

/**
 * Fills an empty database the way it fills in use, through the very use cases: responses by website and on paper, changed,
 * withdrawn, left out, redacted and erased; contributions; staff who are invited; and with all that the ledger and the log.
 */
export async function fillDatabase(world: World): Promise<readonly DrillReceipt[]> {
  const ctx = callContext(world)
  const consultation = drillConsultation(makeUuid(world.random), world.now())
  const published = await publishConsultation(ctx.db, consultation)
  if (published.outcome !== 'published')
    throw new Error(`The consultation was refused: ${JSON.stringify(published)}`)
  const sent = await sendResponses(ctx, consultation)
  await workAtTheDesk(ctx, consultation, sent)
  await talk(ctx, drillRound(makeUuid(world.random), world.now()))
  await indexDueWords(ctx.db)
  return sent.slice(keptFrom).map(({ receipt: { reference }, code, answers }) => ({
    reference,
    code,
    answers,
  }))
}

interface Sent {
  readonly id: ResponseId
  readonly receipt: Receipt
  readonly code: string
  readonly answers: Answers
}

const answersOf = (number: number): Answers => ({
  way: { kind: 'one-of', choice: number % 3 === 0 ? 'car' : 'bus' },
  words: { kind: 'long-text', text: `Answer ${number}: the last bus leaves too early.` },
})

async function sendResponses(ctx: CallContext, { slug }: Consultation): Promise<readonly Sent[]> {
  const sent: Sent[] = []
  const at = ctx.now().toISOString()
  const times = { completedAt: at, sentAt: at }
  for (let number = 0; number < responses; number += 1) {
    const id = makeUuid(ctx.random) as ResponseId
    const [code, answers] = [makeCode(ctx.random), answersOf(number)]
    const input = { responseId: id, slug, version: 1, edition: 'standard', answers, ...times }
    const receipt = await done(
      'A response',
      submitResponse(ctx, { ...input, codeHash: hashOf(code) }),
    )
    sent.push({ id, receipt, code, answers })
  }
  const [changed, withdrawn] = sent
  if (!changed || !withdrawn) throw new Error('Nothing was sent')
  const changeOf = ({ id: responseId, code }: Sent) => ({
    changeId: makeUuid(ctx.random) as ChangeId,
    responseId,
    code,
  })
  await done(
    'A change',
    changeResponse(ctx, {
      ...changeOf(changed),
      ...times,
      baseRevision: 1,
      answers: answersOf(responses),
    }),
  )
  await done('A withdrawal', withdrawResponse(ctx, changeOf(withdrawn)))
  return sent
}

/** The first few responses have something happen to them; these and all after them are as they were sent. */
const keptFrom = 6

async function workAtTheDesk(
  ctx: CallContext,
  { id: consultationId }: Consultation,
  sent: readonly Sent[],
): Promise<void> {
  const [one, other] = [staff(ctx, 'Ros Amery'), staff(ctx, 'Kit Osei')]
  const by = { ...ctx, actor: one }
  const idOf = (index: number): string => sent[index]?.id ?? ''
  const step = () => ({ stepId: makeUuid(ctx.random), consultationId })
  const exclude = { kind: 'exclude', because: 'test' } as const
  const decided = { ...step(), responseIds: [idOf(2)], decision: exclude, reason: 'A drill.' }
  await done('Leaving out', decideOnResponses(by, decided))
  await done('Undoing', undoStep(by, { ...step(), undoes: decided.stepId }))
  await done(
    'Merging',
    decideOnResponses(by, {
      ...step(),
      responseIds: [idOf(3)],
      decision: { kind: 'merge', into: idOf(keptFrom) },
      reason: '',
    }),
  )
  await done(
    'Taking words out',
    takeOut(by, {
      ...step(),
      responseId: idOf(4),
      takeOut: {
        place: { questionId: 'words' },
        parts: [{ start: 0, end: 6, what: 'details' }],
        reason: 'shows-who',
        seen: 1,
      },
    }),
  )
  const erased = { consultationId, responseId: idOf(5), requestId: makeUuid(ctx.random) }
  await done('Asking to erase', askForErasure(by, { ...erased, reason: 'person-asked' }))
  await done('Erasing', eraseResponse({ ...ctx, actor: other }, { ...erased, ...step() }))
  await enterOnPaper(by, consultationId)
  const { db, now, random } = ctx
  for (const name of ['Wren Holm', 'Bo Larch'])
    await done(
      'An invitation',
      inviteStaff(
        { db, now, random },
        { kind: 'command-line' },
        {
          name,
          email: '',
          roles: ['analyst'],
          everyConsultation: true,
        },
      ),
    )
}

async function enterOnPaper(
  by: CallContext & { readonly actor: StaffActor },
  consultationId: string,
): Promise<void> {
  const day = by.now().toISOString().slice(0, 10)
  await done(
    'A response on paper',
    enterResponse(by, {
      responseId: makeUuid(by.random) as ResponseId,
      consultationId,
      version: 1,
      way: 'paper',
      givenOn: day,
      arrivedOn: day,
      behalf: 'person',
      behalfWords: 'A neighbour',
      readBack: true,
      answers: answersOf(1),
      leftOut: [],
      codeHash: hashOf(makeCode(by.random)),
    }),
  )
}

const staff = ({ random }: CallContext, name: string): StaffActor => ({
  kind: 'staff',
  staffId: makeUuid(random),
  name,
  roles: ['analyst', 'administrator'],
  sessionId: makeUuid(random),
  teams: 'every',
})

async function talk(ctx: CallContext, round: Round): Promise<void> {
  const published = await publishRound(ctx.db, round)
  if (published.outcome !== 'published')
    throw new Error(`The round was refused: ${published.words.join('; ')}`)
  const at = ctx.now().toISOString()
  for (let number = 0; number < contributions; number += 1)
    await done(
      'A contribution',
      contribute(ctx, {
        contributionId: makeUuid(ctx.random) as ContributionId,
        slug: round.slug,
        said: {
          text: `Comment ${number}: there is no lift to that room.`,
          name: `Person ${number}`,
          quotations: [],
          onBehalf: false,
          helpNow: false,
        },
        codeHash: hashOf(makeCode(ctx.random)),
        completedAt: at,
        sentAt: at,
      }),
    )
}
