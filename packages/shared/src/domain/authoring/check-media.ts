import { error, repeated, warning, when, type Finding, type Found } from './finding.ts'
import { fieldsOf, itemsOf, textOf, type Fields, type Path } from '../core/loose-fields.ts'
import type { Media } from '../consultation/media.ts'

/** What media say about themselves, and what the rest of a document says about them. Files are looked at in check-media-files.ts. */
export function checkMedia(document: Fields): readonly Finding[] {
  const media = mediaIn(document)
  const uses = usesIn(document)
  const documents = itemsOf(document['documents']).flatMap(({ id }) => textOf(id) ?? [])
  return [
    ...repeated(media, 'id', 'picture or recording'),
    ...repeated(media, 'file', 'picture or recording'),
    ...media.flatMap((one) => [...checkOne(one, documents), ...checkUsed(one, uses)]),
    ...uses.flatMap((use) => checkUse(use, media)),
    ...partsOf(document).flatMap((part) => [
      ...checkFileBlock(part, documents),
      ...checkOptionPicture(part),
    ]),
  ]
}

/** The media of a document, with their places. */
export const mediaIn = (document: Fields): readonly Found[] =>
  itemsOf(document['media']).map((fields, index) => ({ fields, path: ['media', index] }))

function checkOne({ fields, path }: Found, documents: readonly string[]): readonly Finding[] {
  const made = when(
    fields['made'] !== undefined,
    error([...path, 'made'], 'Leave this out. It is written when the file is published'),
  )
  switch (fields['kind']) {
    case 'picture':
      return [...made, ...checkPicture(fields, path)]
    case 'audio':
      return [...made, ...checkTranscript(fields, path, documents)]
    case 'video':
      return [
        ...made,
        ...checkCaptions(fields, path),
        ...checkShown(fields, path),
        ...checkTranscript(fields, path, documents),
      ]
    default:
      return made
  }
}

const needlessWords =
  /^(?:an? |the )?(?:image|picture|photo|photograph|graphic|drawing|illustration|icon|logo|screenshot) (?:of|showing|shows)\b/i
const cameraName = /^(?:img|dsc|dscn|image|picture|photo|pic|screenshot|untitled)[-_ ]?\d*$/i

function checkPicture(fields: Fields, path: Path): readonly Finding[] {
  const alt = textOf(fields['alt'])
  if (alt === undefined) {
    return when(
      fields['decorative'] !== true && fields['alt'] === undefined,
      error(
        path,
        'Say in “alt” what somebody needs to know who cannot see the picture, or write "decorative": true when it says nothing',
      ),
    )
  }
  const name = textOf(fields['file']) ?? ''
  const isName =
    alt === name ||
    alt === name.replace(/\.[^.]*$/, '') ||
    /\.(?:png|jpe?g|webp|svg|gif)$/i.test(alt) ||
    cameraName.test(alt)
  return [
    ...when(
      fields['decorative'] === true,
      error(
        [...path, 'decorative'],
        'The picture has words in “alt”. Leave this out, or leave “alt” out',
      ),
    ),
    ...when(
      isName,
      error([...path, 'alt'], 'This is the name of a file. Say what the picture shows'),
    ),
    ...when(
      needlessWords.test(alt),
      warning(
        [...path, 'alt'],
        'Leave out that it is a picture: that is said anyway. Begin with what it shows',
      ),
    ),
  ]
}

const checkCaptions = (fields: Fields, path: Path): readonly Finding[] =>
  when(
    fields['captions'] === undefined,
    error(
      path,
      'This video has no captions. Add a file of captions to “media” and name it here in “captions”',
    ),
  )

/** WCAG 2.2, 1.2.5. A video in sign language has nothing to hear; its transcript says what is signed. */
function checkShown({ signed, shown }: Fields, path: Path): readonly Finding[] {
  if (signed === true) return []
  return [
    ...when(
      shown === undefined,
      warning(
        path,
        'Listen to the video without looking. If you miss nothing, write "shown": "said"; ' +
          'if something is only shown, say it in the transcript and write "shown": "in-transcript"',
      ),
    ),
    ...when(
      shown === 'in-transcript',
      warning(
        [...path, 'shown'],
        'Somebody who cannot see the video has to read what is only shown. Better: say it in the video as well',
      ),
    ),
  ]
}

function checkTranscript(
  fields: Fields,
  path: Path,
  documents: readonly string[],
): readonly Finding[] {
  const document = textOf(fields['transcriptDocument'])
  const hasBlocks = fields['transcript'] !== undefined
  const spoken = itemsOf(fields['transcript']).findIndex(({ kind }) => kind === 'recording')
  return [
    ...when(
      !hasBlocks && fields['transcriptDocument'] === undefined,
      error(
        path,
        'There is no transcript. Write all that is said and seen in “transcript”, or name a document in “transcriptDocument”',
      ),
    ),
    ...when(
      hasBlocks && document !== undefined,
      error([...path, 'transcriptDocument'], 'There is a “transcript” too. Leave one of them out'),
    ),
    ...when(
      document !== undefined && !documents.includes(document),
      error([...path, 'transcriptDocument'], `There is no document “${document}”`),
    ),
    ...when(
      spoken >= 0,
      error(
        [...path, 'transcript', spoken],
        'A transcript is for reading. Take the recording out of it',
      ),
    ),
  ]
}

/** A place where media are named. */
interface Use {
  readonly id: string
  readonly path: Path
  readonly kinds: readonly Media['kind'][]
}

/** Fields that name media, wherever they stand, and what they may name. */
const naming: Readonly<Record<string, readonly Media['kind'][]>> = {
  picture: ['picture'],
  poster: ['picture'],
  captions: ['captions'],
  recording: ['audio', 'video'],
}

const usesIn = (document: Fields): readonly Use[] =>
  partsOf(document).flatMap(({ fields, path }) =>
    Object.entries(fields).flatMap(([name, value]): readonly Use[] => {
      const id = textOf(value)
      const kinds =
        fields['kind'] === 'document-file' && name === 'document'
          ? (['document'] as const)
          : Object.hasOwn(naming, name)
            ? naming[name]
            : undefined
      return id === undefined || kinds === undefined ? [] : [{ id, path: [...path, name], kinds }]
    }),
  )

const checkUsed = ({ fields, path }: Found, uses: readonly Use[]): readonly Finding[] => {
  const id = textOf(fields['id'])
  return when(
    id !== undefined && !uses.some((use) => use.id === id),
    warning(path, `Nothing uses “${id}”. Name it in a block, or take it out`),
  )
}

const kindWords: Readonly<Record<Media['kind'], string>> = {
  picture: 'a picture',
  audio: 'a sound recording',
  video: 'a video',
  captions: 'captions',
  document: 'a PDF',
}

function checkUse({ id, path, kinds }: Use, media: readonly Found[]): readonly Finding[] {
  const named = media.filter(({ fields }) => fields['id'] === id)
  if (named.length === 0)
    return [error(path, `There is nothing called “${id.slice(0, 60)}” in “media”`)]
  const [kind] = named.flatMap(({ fields }) => textOf(fields['kind']) ?? [])
  if (
    kind === undefined ||
    !Object.hasOwn(kindWords, kind) ||
    kinds.includes(kind as Media['kind'])
  )
    return []
  return [
    error(
      path,
      `“${id}” is ${kindWords[kind as Media['kind']]}. Name ${kinds.map((one) => kindWords[one]).join(' or ')} here`,
    ),
  ]
}

/** A file that only some can read is offered beside what everybody can, or with a reason and a person to ask. */
function checkFileBlock({ fields, path }: Found, documents: readonly string[]): readonly Finding[] {
  if (fields['kind'] !== 'document-file' || fields['file'] !== undefined) return []
  const html = textOf(fields['html'])
  const excused = fields['reason'] !== undefined && fields['contact'] !== undefined
  return [
    ...when(
      fields['html'] === undefined && !excused,
      error(
        path,
        'Name in “html” the document that says the same as a web page; or say why there is none in “reason”, and whom to ask in “contact”',
      ),
    ),
    ...when(
      html !== undefined && !documents.includes(html),
      error([...path, 'html'], `There is no document “${html?.slice(0, 60)}”`),
    ),
  ]
}

const withPictures: readonly unknown[] = ['one-of', 'several-of']

const checkOptionPicture = ({ fields, path }: Found): readonly Finding[] =>
  withPictures.includes(fields['kind'])
    ? []
    : ['options', 'statements', 'scale'].flatMap((list) =>
        itemsOf(fields[list]).flatMap((option, index) =>
          when(
            option['picture'] !== undefined,
            error(
              [...path, list, index, 'picture'],
              'Only “one-of” and “several-of” show pictures beside options',
            ),
          ),
        ),
      )

/** No consultation is this deep; what is deeper has a wrong shape and is reported as such. */
const deepest = 14

/** Every object in a document. */
function partsOf(value: unknown, path: Path = []): readonly Found[] {
  if (typeof value !== 'object' || value === null || path.length >= deepest) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => partsOf(item, [...path, index]))
  const fields = fieldsOf(value)
  return [
    { fields, path },
    ...Object.entries(fields).flatMap(([name, item]) => partsOf(item, [...path, name])),
  ]
}
