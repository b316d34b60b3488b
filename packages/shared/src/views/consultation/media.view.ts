import { html, nothing, type TemplateResult } from 'lit'
import type { Block, Consultation } from '../../domain/consultation/consultation.ts'
import {
  languageWords,
  lengthOf,
  lengthWords,
  mediaOf,
  mediaTypes,
  sizeWords,
  type MadeFile,
  type Media,
  type MediaEnding,
  type MediaShelf,
  type Recording,
  type Video,
} from '../../domain/consultation/media.ts'
import { blocks, type BlockHeading, type MediaBlock } from '../../ui/blocks.ts'
import { details } from '../../ui/details.ts'
import { picture } from '../../ui/picture.ts'
import { recording } from '../../ui/recording.ts'
import { richText } from '../../ui/rich-text.ts'

/** Shows the media of one consultation: the blocks that name them, and the pictures beside options. */
export interface MediaView {
  readonly block: (block: MediaBlock, heading: BlockHeading) => TemplateResult | typeof nothing
  /** A picture beside words that say it all. */
  readonly symbol: (id: string) => TemplateResult | typeof nothing
}

const wholeColumn = '(min-width: 48rem) 44rem, 92vw'
const usual = '(min-width: 28rem) 24rem, 92vw'
const beside = '(min-width: 30rem) 12rem, 92vw'
const symbolSize = '5rem'

/** How the media of a consultation look. What has not been published is not shown, and its words are. */
export function mediaView(consultation: Pick<Consultation, 'slug' | 'media'>): MediaView {
  const shelf = mediaOf(consultation)
  return {
    symbol: (id) => shown(shelf, id, { alt: '', sizes: symbolSize }),
    block: (block, heading) => {
      switch (block.kind) {
        case 'picture':
          return pictureBlock(shelf, block)
        case 'easy':
          return easyBlock(shelf, block)
        case 'recording':
          return recordingBlock({ shelf, slug: consultation.slug, heading }, block)
        case 'document-file':
          return fileBlock(shelf, block, consultation.slug)
        default:
          return block satisfies never
      }
    },
  }
}

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** A made picture; `alt` undefined: the words it came with. */
function shown(
  shelf: MediaShelf,
  id: string,
  { alt, sizes }: { readonly alt?: string; readonly sizes: string },
) {
  const one = shelf.get(id)
  if (one?.kind !== 'picture' || !one.made) return nothing
  return picture({ files: one.made.files, alt: alt ?? one.alt ?? '', sizes })
}

const pictureBlock = (
  shelf: MediaShelf,
  { picture: id, caption, wide }: BlockOf<'picture'>,
) => html`<figure class=${wide ? 'picture wide' : 'picture'}>
  ${shown(shelf, id, { sizes: wide ? wholeColumn : usual })}${caption ? html`<figcaption>${richText(caption)}</figcaption>` : nothing}
</figure>`

const easyBlock = (
  shelf: MediaShelf,
  { picture: id, sentences, alt = '' }: BlockOf<'easy'>,
) => html`<div class="easy">
  ${shown(shelf, id, { alt, sizes: beside })}
  <div>${sentences.map((sentence) => html`<p>${richText(sentence)}</p>`)}</div>
</div>`

const madeFile = (one: Media | undefined): MadeFile | undefined => one?.made?.files[0]

const typeOf = (address: string): string =>
  mediaTypes[address.slice(address.lastIndexOf('.') + 1) as MediaEnding] ?? ''

interface Around {
  readonly shelf: MediaShelf
  readonly slug: string
  readonly heading: BlockHeading
}

function recordingBlock(
  { shelf, slug, heading }: Around,
  { recording: id, caption }: BlockOf<'recording'>,
) {
  const one = shelf.get(id)
  if (one?.kind !== 'audio' && one?.kind !== 'video') return nothing
  const file = madeFile(one)
  const transcript = transcriptOf(one, slug, heading)
  if (!file) return html`${transcript}`
  return recording({
    kind: one.kind,
    title: one.title,
    address: file.address,
    type: typeOf(file.address),
    facts: factsOf(one, file),
    transcript,
    ...(caption === undefined ? {} : { caption: html`${richText(caption)}` }),
    ...(file.width ? { size: file } : {}),
    ...(one.kind === 'video'
      ? { ...posterOf(shelf, one.poster), ...captionsOf(shelf, one.captions) }
      : {}),
  })
}

function factsOf(one: Recording, { bytes, seconds }: MadeFile): string {
  const what = `${one.kind === 'video' ? 'Video' : 'Audio'} in ${languageWords(one.lang)}`
  const captions = one.kind === 'video' && one.captions ? '. It has captions' : ''
  const shown = one.kind === 'video' && one.shown ? `. ${shownWords[one.shown]}` : ''
  return `${what}, ${lengthWords(seconds === undefined ? one.length : lengthOf(seconds))}, ${sizeWords(bytes)}${captions}${shown}.`
}

const shownWords: Readonly<Record<NonNullable<Video['shown']>, string>> = {
  said: 'All that it shows is also said',
  'in-transcript': 'What it only shows is in the words below',
}

function posterOf(shelf: MediaShelf, id = '') {
  const poster = shelf.get(id)?.made?.files.at(-2)
  return poster ? { poster } : {}
}

function captionsOf(shelf: MediaShelf, id = '') {
  const one = shelf.get(id)
  const file = madeFile(one)
  return one?.kind === 'captions' && file
    ? {
        captions: {
          address: file.address,
          lang: one.lang,
          label: `Captions in ${languageWords(one.lang)}`,
        },
      }
    : {}
}

function transcriptOf(one: Recording, slug: string, heading: BlockHeading) {
  const words = `Read what is ${one.kind === 'video' && one.signed ? 'signed' : 'said'} in “${one.title}”`
  if (one.transcriptDocument !== undefined)
    return html`<p><a class="go" href=${`/consultations/${slug}/read/${one.transcriptDocument}`}>${words}</a></p>`
  return details({ summary: words, content: blocks(one.transcript ?? [], heading) })
}

/** The web page comes first: it is the one that everybody can use. */
function fileBlock(
  shelf: MediaShelf,
  { document: id, html: page, reason, contact }: BlockOf<'document-file'>,
  slug: string,
) {
  const one = shelf.get(id)
  const file = madeFile(one)
  if (one?.kind !== 'document' || !file) return nothing
  const link = html`<a href=${file.address} download=${`${one.title.replaceAll(/[^\p{L}\p{N} ]+/gu, '')}.pdf`}>${one.title} (PDF, ${sizeWords(file.bytes)})</a>.
    It opens a file, outside this website.`
  return page === undefined
    ? html`<p>${link}</p><p>${richText(reason ?? '')} ${richText(contact ?? '')}</p>`
    : html`<p><a href=${`/consultations/${slug}/read/${page}`}>Read “${one.title}” as a web page</a></p><p>Or take it with you: ${link}</p>`
}
