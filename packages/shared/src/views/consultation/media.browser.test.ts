import { html } from 'lit'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { busConsultation } from '../../domain/consultation/bus-consultation.fixture.ts'
import type { Block, Consultation } from '../../domain/consultation/consultation.ts'
import type { Media } from '../../domain/consultation/media.ts'
import type { Question } from '../../domain/question/question.ts'
import { blocks } from '../../ui/blocks.ts'
import { axeFindings, freshPage, missingIds, show } from '../../ui/test-support/screen.ts'
import { mediaView } from './media.view.ts'
import { questionField } from '../answering/question-field.view.ts'
import { readingDocumentView } from './reading-document.view.ts'

freshPage()

const hash = (digit: string): string => digit.repeat(64)
const made = (digit: string, ending: string, bytes: number) => ({
  source: hash('0'),
  files: [{ address: `/media/${hash(digit)}.${ending}`, bytes }],
})
const sizes = (digit: string) => ({
  source: hash('0'),
  files: (
    [
      ['webp', 480, 360],
      ['webp', 960, 720],
      ['png', 960, 720],
    ] as const
  ).map(([ending, width, height]) => ({
    address: `/media/${hash(digit)}.${ending}`,
    bytes: 4000,
    width,
    height,
  })),
})
const transcript: readonly Block[] = [
  { kind: 'heading', text: 'At the stop' },
  { kind: 'paragraph', text: 'A woman waits. She says: “It is late.”' },
]
const media: readonly Media[] = [
  {
    id: 'bus',
    kind: 'picture',
    file: 'bus.svg',
    alt: 'Somebody waits for a bus',
    made: sizes('1'),
  },
  { id: 'line', kind: 'picture', file: 'line.svg', decorative: true, made: sizes('2') },
  {
    id: 'film',
    kind: 'video',
    file: 'film.mp4',
    title: 'Waiting',
    length: '2:05',
    lang: 'bfi',
    signed: true,
    captions: 'words',
    poster: 'bus',
    transcript,
    made: made('3', 'mp4', 3_400_000),
  },
  { id: 'words', kind: 'captions', file: 'film.vtt', lang: 'en-GB', made: made('4', 'vtt', 900) },
  {
    id: 'talk',
    kind: 'audio',
    file: 'talk.mp3',
    title: 'A driver speaks',
    length: '0:40',
    lang: 'en-GB',
    transcriptDocument: 'in-words',
    made: made('5', 'mp3', 640_000),
  },
  {
    id: 'paper',
    kind: 'document',
    file: 'paper.pdf',
    title: 'The plan / 2027',
    made: made('6', 'pdf', 1_200_000),
  },
  { id: 'later', kind: 'picture', file: 'later.png', alt: 'Not made yet' },
]
const consultation: Consultation = { ...busConsultation, media }
const view = mediaView(consultation)
const shown = (...list: readonly Block[]) =>
  show(html`<h2>Part</h2>${blocks(list, 'h3', { media: view.block })}`)
const image = () => document.querySelector('img')
const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect()

describe('a picture', () => {
  it('has its words and its caption, and its place before it comes', async () => {
    shown({ kind: 'picture', picture: 'bus', caption: 'The stop **now**' })
    await expect
      .element(page.getByRole('img', { name: 'Somebody waits for a bus' }))
      .toBeInTheDocument()
    await expect.element(page.getByRole('figure')).toHaveTextContent('The stop now')
    const { width, height } = box('img')
    expect(width / height).toBeCloseTo(4 / 3, 1)
    expect(await axeFindings()).toEqual([])
  })

  it('is as wide as the text only where that is wanted', async () => {
    await page.viewport(1024, 700)
    shown({ kind: 'picture', picture: 'bus' }, { kind: 'picture', picture: 'bus', wide: true })
    const [usual, wide] = [...document.querySelectorAll('img')].map(
      (one) => one.getBoundingClientRect().width,
    )
    expect(usual).toBe(384)
    expect(wide).toBeGreaterThan(600)
  })

  it('says nothing when it is decorative', () => {
    shown({ kind: 'picture', picture: 'line' })
    expect(image()?.alt).toBe('')
  })

  it('is left out, with its words kept, until it has been published', () => {
    shown({ kind: 'easy', picture: 'later', sentences: ['The bus is late.'] })
    expect(image()).toBeNull()
    expect(document.body.textContent).toContain('The bus is late.')
  })
})

describe('Easy Read', () => {
  const easy: Block = {
    kind: 'easy',
    picture: 'bus',
    sentences: ['The bus is **late**.', 'You can tell us why.'],
  }

  it('has a picture without words, before the words that say it all', async () => {
    shown(easy, { ...easy, alt: 'Bus 47' })
    const [first, second] = document.querySelectorAll('img')
    expect([first?.alt, second?.alt]).toEqual(['', 'Bus 47'])
    expect(first?.compareDocumentPosition(document.querySelector('.easy p')!)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
    expect(await axeFindings()).toEqual([])
  })

  it('puts the picture at the left, and at the right where reading begins there', async () => {
    await page.viewport(1024, 700)
    shown(easy)
    expect(box('.easy img').right).toBeLessThan(box('.easy p').left)
    document.querySelector('main')!.dir = 'rtl'
    expect(box('.easy img').left).toBeGreaterThan(box('.easy p').right)
  })

  it('puts the picture above the words on a narrow screen, and scrolls in one direction only', async () => {
    await page.viewport(320, 640)
    shown(easy)
    expect(box('.easy img').bottom).toBeLessThanOrEqual(box('.easy p').top)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(1024, 700)
  })
})

describe('a recording', () => {
  it('plays only when somebody wants it to, with captions, once', async () => {
    shown({ kind: 'recording', recording: 'film', caption: 'Filmed in March' })
    const video = document.querySelector('video')!
    expect({
      controls: video.controls,
      preload: video.preload,
      autoplay: video.autoplay,
      loop: video.loop,
      muted: video.muted,
      paused: video.paused,
    }).toEqual({
      controls: true,
      preload: 'none',
      autoplay: false,
      loop: false,
      muted: false,
      paused: true,
    })
    expect(video.getAttribute('aria-label')).toBe('Waiting')
    const track = document.querySelector('track')!
    expect({
      kind: track.kind,
      lang: track.srclang,
      label: track.label,
      default: track.default,
    }).toEqual({ kind: 'captions', lang: 'en-GB', label: 'Captions in English', default: true })
    expect(video.poster).toContain(`${hash('1')}.webp`)
    expect(document.querySelector('source')?.type).toBe('video/mp4')
    expect(await axeFindings()).toEqual([])
  })

  it('says in words how long and how large it is before it can be played', () => {
    shown({ kind: 'recording', recording: 'film' })
    const words = document.querySelector('figcaption')!
    expect(words.textContent).toContain(
      'Video in British Sign Language, 2 minutes 5 seconds, 3.4 MB. It has captions.',
    )
    expect(words.compareDocumentPosition(document.querySelector('video')!)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
  })

  it.each([
    ['said', 'All that it shows is also said.'],
    ['in-transcript', 'What it only shows is in the words below.'],
  ] as const)('says how to learn what is shown: %s', (how, words) => {
    const described = media.map((one) => (one.kind === 'video' ? { ...one, shown: how } : one))
    show(
      html`${blocks([{ kind: 'recording', recording: 'film' }], 'h3', { media: mediaView({ ...consultation, media: described }).block })}`,
    )
    expect(document.querySelector('figcaption')?.textContent).toContain(`It has captions. ${words}`)
  })

  it('has all that is said right after it, to be opened by keyboard', async () => {
    shown({ kind: 'recording', recording: 'film' }, { kind: 'paragraph', text: 'What comes next.' })
    const handle = document.querySelector('summary')!
    expect(handle.textContent).toBe('Read what is signed in “Waiting”')
    expect(document.querySelector('video')?.nextElementSibling).toBe(handle.closest('details'))
    handle.focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('A woman waits.')).toBeVisible()
    expect(handle.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    expect(await axeFindings()).toEqual([])
  })

  it('that is for hearing leads to the document that says the same', async () => {
    shown({ kind: 'recording', recording: 'talk' })
    expect(document.querySelector('audio')?.controls).toBe(true)
    await expect
      .element(page.getByRole('link', { name: 'Read what is said in “A driver speaks”' }))
      .toHaveAttribute('href', `/consultations/${consultation.slug}/read/in-words`)
    expect(document.body.textContent).toContain('Audio in English, 40 seconds, 640 kB.')
    expect(await axeFindings()).toEqual([])
  })

  it('fits a narrow screen', async () => {
    await page.viewport(320, 640)
    shown({ kind: 'recording', recording: 'film' }, { kind: 'recording', recording: 'talk' })
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(1024, 700)
  })
})

describe('a file', () => {
  it('comes after the web page that says the same, and says what it is', async () => {
    shown({ kind: 'document-file', document: 'paper', html: 'in-words' })
    expect([...document.querySelectorAll('main a')].map((link) => link.textContent)).toEqual([
      'Read “The plan / 2027” as a web page',
      'The plan / 2027 (PDF, 1.2 MB)',
    ])
    await expect
      .element(page.getByRole('link', { name: 'PDF' }))
      .toHaveAttribute('download', 'The plan  2027.pdf')
    expect(document.body.textContent).toContain('It opens a file, outside this website.')
  })

  it('says why there is no web page, and whom to ask', () => {
    shown({
      kind: 'document-file',
      document: 'paper',
      reason: 'It is a map.',
      contact: 'Call 0000.',
    })
    expect(document.body.textContent).toContain('It is a map. Call 0000.')
    expect(document.querySelectorAll('main a')).toHaveLength(1)
  })
})

describe('options with pictures', () => {
  const question: Question = {
    id: 'how',
    kind: 'one-of',
    title: 'How do you travel?',
    about: 'how you travel',
    options: [
      { code: 'bus', label: 'Bus', picture: 'bus' },
      { code: 'car', label: 'Car' },
    ],
  }

  it('are called by their words, and chosen by their picture too', async () => {
    show(
      questionField(question, {
        heading: 'h1',
        answer: undefined,
        problems: [],
        symbol: view.symbol,
      }),
    )
    const bus = page.getByRole('radio', { name: 'Bus', exact: true })
    await expect.element(bus).toBeVisible()
    image()?.click()
    await expect.element(bus).toBeChecked()
    expect(await axeFindings()).toEqual([])
    expect(missingIds()).toEqual([])
  })

  it('have words alone where pictures cannot be had', () => {
    show(questionField(question, { heading: 'h1', answer: undefined, problems: [] }))
    expect(image()).toBeNull()
  })
})

describe('words explained', () => {
  const glossary = [
    { word: 'fare', meaning: 'What a ticket costs.' },
    { word: 'tram', meaning: 'A bus on rails.' },
  ]
  const document1 = {
    id: 'fares',
    title: 'Fares',
    minutes: 1,
    blocks: [{ kind: 'paragraph', text: 'The fare is **fair**. Fares go up. [The fare](/help)' }],
  } as const
  const open = () =>
    show(
      readingDocumentView({
        consultation: { ...consultation, glossary, documents: [document1] },
        document: document1,
        now: new Date('2027-02-01'),
      }),
    )

  it('lead from the first use on the page to the meaning, and stand in a list of those that are used', async () => {
    open()
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a.word')]
    expect(links.map((link) => [link.textContent, link.hash])).toEqual([['fare', '#word-fare']])
    expect([...document.querySelectorAll('.words dt')].map((term) => term.textContent)).toEqual([
      'fare',
    ])
    await expect
      .element(page.getByRole('region', { name: 'Words explained' }))
      .toHaveTextContent('What a ticket costs.')
    expect(await axeFindings()).toEqual([])
  })

  it('are there at a press, and Back leads to where one was', async () => {
    open()
    const before = history.length
    document.querySelector<HTMLAnchorElement>('a.word')?.click()
    expect(document.querySelector(':target')?.textContent).toContain('What a ticket costs.')
    expect(document.activeElement?.id).toBe('word-fare')
    expect(history.length).toBe(before + 1)
    history.back()
    await expect.poll(() => location.hash).toBe('')
  })

  it('look like the other words for somebody who wants none', () => {
    open()
    document.documentElement.dataset['wordHelp'] = 'off'
    const { textDecorationLine, color } = getComputedStyle(document.querySelector('a.word')!)
    delete document.documentElement.dataset['wordHelp']
    expect([textDecorationLine, color]).toEqual([
      'none',
      getComputedStyle(document.querySelector('article p')!).color,
    ])
  })
})
