import * as z from 'zod/mini'
import {
  decimal,
  exactly,
  kinds,
  list,
  oneOf,
  strict,
  text,
  typedText,
  uuid,
  whole,
} from '../core/schema-parts.ts'
import type { MadeFile } from '../consultation/media.ts'
import {
  logoPiece,
  mostLogoPieces,
  siteFields,
  type LogoProblem,
  type SiteClash,
  type SiteField,
  type SiteLogo,
  type SiteProblem,
  type SiteSettings,
} from './site-settings.ts'

/** What the procedures of the site take and give. What is too long is said by the rule, beside its field. */
const settings = strict(
  Object.fromEntries(siteFields.map((field) => [field, typedText(5_000)])) as Record<
    SiteField,
    ReturnType<typeof typedText>
  >,
) as unknown as z.ZodMiniType<SiteSettings, SiteSettings>

const revision = whole(0, 1e9)

export const saveSiteSchema = strict({ seen: revision, settings })

export type SaveSiteResult =
  | {
      readonly outcome: 'saved'
      readonly revision: number
      readonly settings: SiteSettings
      /** Who saved in the meantime; their changes are in the settings too. */
      readonly with?: string
    }
  | { readonly outcome: 'refused'; readonly problems: readonly SiteProblem[] }
  | {
      readonly outcome: 'clashed'
      /** As they are stored now. */
      readonly revision: number
      readonly settings: SiteSettings
      readonly clashes: readonly SiteClash[]
      readonly by: string
    }

const field = oneOf(siteFields)
const count = decimal(0, 1e9)
const codes = [
  'name-missing',
  'too-long',
  'phone-unclear',
  'email-unclear',
  'line-without-phone',
  'date-unclear',
  'days-unclear',
] as const satisfies readonly SiteProblem['code'][]

const problem = strict({
  code: oneOf(codes),
  field,
  most: z.optional(count),
  over: z.optional(count),
})

export const savedSiteSchema = kinds(
  'outcome',
  ['saved', 'refused', 'clashed'],
  [
    strict({
      outcome: exactly('saved'),
      revision,
      settings,
      with: z.optional(text(400)),
    }),
    strict({
      outcome: exactly('refused'),
      problems: list(problem, 'problems', [1, siteFields.length]),
    }),
    strict({
      outcome: exactly('clashed'),
      revision,
      settings,
      clashes: list(strict({ field, theirs: typedText(5_000) }), 'clashes', [1, siteFields.length]),
      by: text(400),
    }),
  ],
) as unknown as z.ZodMiniType<SaveSiteResult, SaveSiteResult>

const base64Of = (bytes: number): number => Math.ceil(bytes / 3) * 4

export const logoPieceSchema = strict({
  file: uuid,
  number: whole(0, mostLogoPieces - 1),
  /** The bytes as base64. */
  piece: typedText(base64Of(logoPiece)),
})

export const logoSchema = strict({ file: uuid, pieces: whole(1, mostLogoPieces) })

export type SetLogoResult =
  | { readonly ok: true; readonly logo: SiteLogo }
  | { readonly ok: false; readonly problem: LogoProblem }

const madeFile = strict({
  address: text(200),
  bytes: count,
  width: z.optional(count),
  height: z.optional(count),
}) as unknown as z.ZodMiniType<MadeFile, MadeFile>

export const setLogoResultSchema = kinds(
  'ok',
  ['true', 'false'],
  [
    strict({ ok: exactly(true), logo: strict({ files: list(madeFile, 'files', [1, 10]) }) }),
    strict({
      ok: exactly(false),
      problem: oneOf([
        'logo-too-large',
        'logo-not-a-picture',
        'logo-too-many-pixels',
        'logo-not-whole',
      ] as const satisfies readonly LogoProblem[]),
    }),
  ],
) as unknown as z.ZodMiniType<SetLogoResult, SetLogoResult>

/** Named again by the person who presses, so that no call goes astray into it. */
export const takeSamplesAwaySchema = strict({ yes: exactly(true) })
