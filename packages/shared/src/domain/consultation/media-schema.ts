import * as z from 'zod/mini'
import { blocks } from './block-schema.ts'
import type { ExplainedWord } from './glossary.ts'
import type { Media } from './media.ts'
import {
  exactly,
  flag,
  id,
  kinds,
  list,
  oneOf,
  pattern,
  proven,
  strict,
  text,
  whole,
  type Written,
} from '../core/schema-parts.ts'

/** The shape of media and of explained words. What one says about another, and about the files, is in check-media.ts. */

/** One plain name: no folder, no "..", nothing hidden, nothing that a shell or another system would read differently. */
const fileName = pattern(
  /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9])){0,98}$/,
  'Write the name of a file in the folder beside this one: letters a to z, digits, hyphens and single dots, like “bus.png”',
)

const length = pattern(/^\d{1,3}:[0-5]\d$/, 'Write minutes and seconds, like “2:05”')
const languageTag = pattern(
  /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/,
  'Write a language tag, like “en-GB”, “cy”, or “bfi” for British Sign Language',
)

const pixels = z.optional(whole(1, 20_000))
const made = z.optional(
  strict({
    source: pattern(/^[0-9a-f]{64}$/, 'Leave this out'),
    recipe: z.optional(pattern(/^[0-9a-f]{12}$/, 'Leave this out')),
    files: list(
      strict({
        address: pattern(/^\/media\/[0-9a-f]{64}\.[a-z0-9]{2,4}$/, 'Leave this out'),
        bytes: whole(1, 1_000_000_000),
        width: pixels,
        height: pixels,
        seconds: z.optional(whole(1, 100_000)),
      }),
      'files',
      [1, 10],
    ),
  }),
)

const base = { id, file: fileName, made }
const recording = {
  ...base,
  title: text(200),
  length,
  lang: languageTag,
  transcript: z.optional(blocks(1)),
  transcriptDocument: z.optional(id),
}

const shapes = {
  picture: strict({
    ...base,
    kind: exactly('picture'),
    alt: z.optional(text(500)),
    decorative: flag,
  }),
  video: strict({
    ...recording,
    kind: exactly('video'),
    captions: z.optional(id),
    poster: z.optional(id),
    signed: flag,
    shown: z.optional(oneOf(['said', 'in-transcript'])),
  }),
  audio: strict({ ...recording, kind: exactly('audio') }),
  captions: strict({ ...base, kind: exactly('captions'), lang: languageTag }),
  document: strict({ ...base, kind: exactly('document'), title: text(200) }),
} satisfies Record<Media['kind'], z.ZodMiniType>

const one = proven<Written<Media>>()(
  kinds('kind', Object.keys(shapes), [
    shapes.picture,
    shapes.video,
    shapes.audio,
    shapes.captions,
    shapes.document,
  ]),
)

export const mediaSchema = list(one, 'media', [1, 200])

export const glossarySchema = list(
  proven<ExplainedWord>()(strict({ word: text(80), meaning: text(500) })),
  'words',
  [1, 200],
)
