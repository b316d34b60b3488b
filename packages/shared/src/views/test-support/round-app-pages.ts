import type { TemplateResult } from 'lit'
import { findPersonalDetails } from '../../domain/moderation/personal-details.ts'
import { checkSaid, nothingSaid } from '../../domain/round/contribution.ts'
import { clinicRound } from '../../domain/round/round.fixture.ts'
import { textOfStarter } from '../../domain/round/starter.ts'
import { lookForTyped } from '../../domain/round/typed-quotation.ts'
import { minePageView, type MinePageModel } from '../round/mine-page.view.ts'
import {
  ownContributionView,
  type OwnContributionModel,
} from '../round/own-contribution-page.view.ts'
import { sayModel, writingModel, type SayAbout, type SayModel } from '../round/say-model.ts'
import { sayView } from '../round/say-page.view.ts'
import {
  contributionDraft,
  contributions,
  said,
  type ContributionName,
} from './contribution-records.ts'

/** Handlers that do nothing, for any page. */
const idle = new Proxy({}, { get: () => () => undefined }) as never

const { slug, title, position, closesAt, reading, moderation, starters } = clinicRound()

/** What a page to write on knows of the round of the tests. */
export const sayAbout = (parts: Partial<SayAbout> = {}): SayAbout => ({
  slug,
  title,
  ...(position === undefined ? {} : { position }),
  closesAt,
  reading,
  moderation,
  texts: starters.map((starter) => ({
    of: { kind: 'starter', id: starter.id },
    name: starter.name,
    text: textOfStarter(starter),
  })),
  ...parts,
})

/** The same on a page to reply to somebody who is for it. */
export const replyAbout: SayAbout = sayAbout({
  answering: { number: 3, name: 'Sam', text: 'One clinic, soon.\n\nIt is time.', stance: 'for' },
  texts: [
    {
      of: { kind: 'contribution', number: 3 },
      name: 'Sam',
      text: 'One clinic, soon.\n\nIt is time.',
    },
    ...sayAbout().texts,
  ],
})

export const writtenPage = (
  about: SayAbout,
  draft: Parameters<typeof writingModel>[1],
  change: Partial<SayModel> = {},
): SayModel => ({
  ...writingModel(about, draft, {
    problems: [],
    looked: lookForTyped(draft.said.text, about.texts),
    details: findPersonalDetails(draft.said.text),
    saved: { words: '', failed: false },
    canKeep: true,
    trouble: '',
  }),
  ...change,
})

export const ownPage = (
  name: ContributionName,
  change: Partial<OwnContributionModel> = {},
): TemplateResult =>
  ownContributionView(
    {
      record: contributions[name],
      now: new Date('2027-03-11T12:00:00Z'),
      kept: true,
      answer: { text: '', problem: '', busy: false },
      confirming: undefined,
      trouble: '',
      ...change,
    },
    idle,
  )

export const minePage = (change: Partial<MinePageModel> = {}): TemplateResult =>
  minePageView(
    { slug, records: [], code: '', problem: '', found: '', busy: false, old: false, ...change },
    idle,
  )

const say = (model: SayModel): TemplateResult => sayView(model, idle)
const typed = contributionDraft({
  said: {
    ...said,
    text: 'She said “Near is a great comfort to all” and “Near is not a comfort”. Ring me: 07700 900123.',
  },
})
const empty = contributionDraft({ said: { ...nothingSaid, stance: 'conditional' } })

/** Every page of the app about rounds in every state it has, by name. */
export const roundAppPages: readonly (readonly [string, TemplateResult])[] = [
  ['say, from the server', say(sayModel(sayAbout()))],
  ['reply, from the server', say(sayModel(replyAbout))],
  ['say, written', say(writtenPage(sayAbout(), contributionDraft()))],
  [
    'say, with words typed as quotations and a telephone number',
    say(writtenPage(sayAbout(), typed)),
  ],
  [
    'say, with problems',
    say(writtenPage(sayAbout(), empty, { problems: checkSaid(empty.said), canKeep: false })),
  ],
  [
    'reply, not saved and not sent',
    say(
      writtenPage(replyAbout, contributionDraft(), {
        saved: { words: 'Not saved on this device.', failed: true },
        trouble: 'Not sent.',
      }),
    ),
  ],
  ['say other words', say(writtenPage(sayAbout(), contributions['draft of a change'].draft))],
  ...(Object.keys(contributions) as ContributionName[]).map(
    (name) => [`contribution: ${name}`, ownPage(name)] as const,
  ),
  [
    'contribution, not published, before it is answered',
    ownPage('rejected', {
      standing: { decided: 'reject', answer: 'may' },
      answer: { text: '', problem: 'Enter why you think we are wrong', busy: true },
    }),
  ],
  [
    'contribution, not published and answered',
    ownPage('rejected', { standing: { decided: 'reject', answer: 'given' } }),
  ],
  [
    'contribution, with parts taken out, before it is taken back',
    ownPage('received', {
      standing: { decided: 'redact', answer: 'may' },
      confirming: 'withdraw',
      kept: false,
    }),
  ],
  ['contribution, before it is deleted', ownPage('draft', { confirming: 'delete' })],
  ['what I wrote, nothing', minePage()],
  [
    'what I wrote, found',
    minePage({ records: Object.values(contributions), found: 'We found 1 thing you wrote.' }),
  ],
  ['what I wrote, not found', minePage({ problem: 'We cannot find it.', busy: true, old: true })],
]
