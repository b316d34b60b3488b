import * as z from 'zod/mini'
import { nearestName } from './nearest-name.ts'

/**
 * The pieces that schemas are made of. Each says in plain words what it expects, because zod/mini has no words of its
 * own and these are read by the person who wrote the file. Every text and list has a limit.
 */

/** Words with single hyphens between them: what can be part of an address. */
const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const datePattern = /^\d{4}-\d{2}-\d{2}$/
const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

type Issue = { readonly input?: unknown }

/** Says that something is not there when it is not, and what it must be when it is something else. */
const expected =
  (words: string) =>
  (issue: Issue): string =>
    issue.input === undefined ? `This is not there. ${words}` : words

const atMost = (characters: number): string =>
  `Use ${characters.toLocaleString('en-GB')} characters or fewer`

const expectedFields = expected('Write fields in braces { }')

const oneOfWords = (names: readonly string[]): string =>
  `Write one of these: ${names.map((name) => `“${name}”`).join(', ')}`

/** Text with at least one character that is not a space, and at most `most` UTF-16 units. */
export const text = (most: number) =>
  z
    .string({ error: expected('Write text in quotation marks') })
    .check(z.regex(/\S/, 'Write something here'), z.maxLength(most, atMost(most)))

/** Text that may be empty: what somebody is still typing. */
export const typedText = (most: number) =>
  z
    .string({ error: expected('Write text in quotation marks') })
    .check(z.maxLength(most, atMost(most)))

const codeWords = 'Use 1 to 40 characters: a to z, 0 to 9 and hyphens'

const matching = (pattern: RegExp, words: string) =>
  z.string({ error: expected(words) }).check(z.regex(pattern, words))

/** The code of an option, a statement or a point of a scale; any key of an answer. */
export const code = matching(/^[a-z0-9-]{1,40}$/, codeWords)

const addressPart = (most: number) =>
  matching(slugPattern, 'Use small letters a to z, digits, and single hyphens between words').check(
    z.maxLength(most, atMost(most)),
  )

/** The id of a question, section or document, which is the last part of its address. */
export const id = addressPart(40)
export const slug = addressPart(80)
export const date = matching(datePattern, 'Write a date like 2027-02-14')
export const time = matching(
  timePattern,
  'Write a date and time with its offset, like 2027-02-14T17:00:00+00:00',
)
export const uuid = matching(
  uuidPattern,
  'Write a UUID in small letters, like 0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
)
export const pattern = matching

/** A schema for text whose type has a name of its own (ResponseId, Reference). */
export const named = <Name extends string>(schema: z.ZodMiniType<string>) =>
  schema as unknown as z.ZodMiniType<Name, Name>

export const whole = (least: number, most: number) =>
  z
    .int({ error: expected('Write a whole number without quotation marks') })
    .check(...between(least, most))

export const decimal = (least: number, most: number) =>
  z
    .number({ error: expected('Write a number without quotation marks') })
    .check(...between(least, most))

const between = (least: number, most: number) =>
  [
    z.gte(least, `Use ${least.toLocaleString('en-GB')} or more`),
    z.lte(most, `Use ${most.toLocaleString('en-GB')} or less`),
  ] as const

export const yesOrNo = z.boolean({ error: expected('Write true or false without quotation marks') })

/** A field that is either left out or true. */
export const flag = z.optional(
  z.literal(true, { error: 'Write true without quotation marks, or leave this out' }),
)

export const exactly = <const Value extends string | number | boolean>(value: Value) =>
  z.literal(value, { error: expected(`Write ${JSON.stringify(value)}`) })

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.literal(values, { error: expected(oneOfWords(values)) })

/** A list of `least` to `most` things; "things" are named in the words. */
export const list = <Item extends z.ZodMiniType>(
  item: Item,
  things: string,
  [least, most]: readonly [number, number],
) =>
  z
    .array(item, { error: expected(`Write a list in square brackets [ ] of ${things}`) })
    .check(
      z.minLength(least, `Add ${things}: ${least} or more`),
      z.maxLength(most, `Use ${most} ${things} or fewer`),
    )

/** An object with these fields and no others; a field it does not know is named, with the one that was probably meant. */
export const strict = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownFields(issue.keys, Object.keys(shape))
        : expectedFields(issue),
  })

/** Objects told apart by one field. */
export const kinds = <
  const Options extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]],
>(
  field: string,
  names: readonly string[],
  options: Options,
) =>
  z.discriminatedUnion(field, options, {
    error: (issue) => (issue.code === 'invalid_union' ? oneOfWords(names) : expectedFields(issue)),
  })

/** Values by code, at most `most` of them. */
export const byCode = <Value extends z.ZodMiniType>(value: Value, most: number) =>
  z
    .record(code, value, {
      error: (issue) => (issue.code === 'invalid_key' ? codeWords : expectedFields(issue)),
    })
    .check(z.refine((values) => Object.keys(values).length <= most, `Use ${most} or fewer`))

/** The schema under the hand-written type, when both are the same to the last field; otherwise it does not compile. */
export const proven =
  <Type>() =>
  <Schema extends z.ZodMiniType>(
    schema: Schema & (Same<Plain<z.output<Schema>>, Plain<Type>> extends true ? unknown : never),
  ) =>
    schema as unknown as z.ZodMiniType<Type, Type>

/** True when two types are identical, optional fields included. */
export type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false

/** A type written out: read-only at every depth, its intersections made one object, so that spelling does not count. */
export type Plain<Type> = Type extends string | number | boolean | null | undefined
  ? Type
  : Type extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Field in keyof Type]: Plain<Type[Field]> }

/**
 * A type as it is written in a file: without what is laid over it when it is shown (`LaidOver`, and the labels and the
 * edition that go with it). What the type itself must have is never taken away, like the language of a recording.
 */
export type Written<Type> = Type extends string | number | boolean | null | undefined
  ? Type
  : Type extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : {
        readonly [
          Field in keyof Type as {} extends Pick<Type, Field>
            ? Exclude<Field, 'lang' | 'labels' | 'edition'>
            : Field
        ]: Written<Type[Field]>
      }

function unknownFields(names: readonly string[], known: readonly string[]): string {
  return names
    .map((name) => {
      const meant = nearestName(name, known)
      return `There is no field “${name.slice(0, 60)}” here.${meant ? ` Did you mean “${meant}”?` : ''}`
    })
    .join(' ')
}
