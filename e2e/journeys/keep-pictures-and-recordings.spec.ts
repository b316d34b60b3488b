import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectKept } from '../support/answering.ts'
import { publish } from '../support/consultations.ts'
import { offline } from '../support/faults-seen.ts'
import { test } from '../support/journey.ts'
import { expectGood } from '../support/states.ts'

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30"><rect width="40" height="30" fill="#f3f7f6"/><circle cx="20" cy="15" r="10" fill="#16323c"/></svg>'

/** Two seconds of silence as MP3: frames that say nothing. */
const silence = Buffer.concat(
  Array.from({ length: 77 }, () =>
    Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]),
  ),
)

/** A second of WebM, which not every telephone plays. */
const film = new URL('../../packages/server/src/test-support/film.webm', import.meta.url)

const media = [
  { id: 'garden', kind: 'picture', file: 'garden.svg', alt: 'A round garden' },
  {
    id: 'talk',
    kind: 'audio',
    file: 'talk.mp3',
    title: 'The garden, told',
    length: '0:02',
    lang: 'en-GB',
    transcript: [{ kind: 'paragraph', text: 'Nobody speaks.' }],
  },
  {
    id: 'film',
    kind: 'video',
    file: 'film.webm',
    title: 'The garden, shown',
    length: '0:01',
    lang: 'en-GB',
    captions: 'words',
    transcript: [{ kind: 'paragraph', text: 'Colours, and a tone.' }],
  },
  { id: 'words', kind: 'captions', file: 'words.vtt', lang: 'en-GB' },
]
const documents = [
  {
    id: 'what-may-change',
    title: 'The garden',
    minutes: 1,
    blocks: [
      { kind: 'picture', picture: 'garden', caption: 'As it is now' },
      { kind: 'easy', picture: 'garden', sentences: ['This is the garden.', 'It is round.'] },
      { kind: 'recording', recording: 'talk' },
      { kind: 'recording', recording: 'film' },
    ],
  },
]

/** Plays to the end and answers what was shown: how far it came, and how large the pictures are. */
const playThrough = (page: Page): Promise<readonly number[]> =>
  page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
    await new Promise((resolve) => {
      video.addEventListener('ended', resolve, { once: true })
    })
    return [
      Math.round(video.currentTime),
      video.videoWidth,
      video.videoHeight,
      video.textTracks[0]?.cues?.length ?? 0,
    ]
  })

/** Plays from a place in the recording and answers how far it came, or what went wrong. */
const playFrom = (page: Page, seconds: number): Promise<number | string> =>
  page.locator('audio').evaluate(async (audio: HTMLAudioElement, from) => {
    audio.muted = true
    try {
      await audio.play()
      audio.currentTime = from
      await new Promise((resolve) => {
        audio.addEventListener('seeked', resolve, { once: true })
      })
      audio.pause()
      return audio.currentTime
    } catch (error) {
      return (error as Error).name
    }
  }, seconds)

test('pictures and a recording are kept when that is wanted, are there without a connection, and are taken off again', async ({
  context,
  page,
  server,
  faults,
}) => {
  const slug = 'garden-to-see-and-hear'
  const { path, title } = await publish(
    server,
    {
      id: '6c0f2a4e-9d1b-4f7a-8e35-2b7d90c4a1f6',
      slug,
      title: 'A garden to see and hear',
      documents,
      media,
    },
    {
      'garden.svg': drawing,
      'talk.mp3': silence,
      'film.webm': await readFile(film),
      'words.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\n[a tone]\n',
    },
  )
  const reading = `${path}/read/what-may-change`
  const keep = page.getByRole('button', {
    name: 'Keep pictures and recordings on this device (41 kB)',
  })

  await page.goto(path)
  await expectKept(page)
  await expect(keep, 'small pictures are kept with the pages').toBeVisible()
  await expectGood(page, title)
  await keep.click()
  await expect(page.getByRole('main')).toContainText(
    'The pictures and recordings of this consultation are kept on this device.',
  )

  faults.expect(offline)
  await context.setOffline(true)
  await page.goto(reading)
  await expectGood(page, 'The garden')
  await expect
    .poll(() =>
      page
        .locator('img')
        .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth > 0)),
    )
    .toEqual([true, true])
  expect(await playFrom(page, 1.5), 'a part of the recording, from this device').toBeCloseTo(1.5, 0)
  expect(await playThrough(page), 'the film, as it was made anew, with its captions').toEqual([
    1, 64, 48, 1,
  ])

  await page.goto(path)
  await page.getByRole('button', { name: 'Take them off this device' }).click()
  await expect(page.getByRole('main')).toContainText('They are no longer kept on this device.')
  expect(
    await page.evaluate(
      async () =>
        (await (await caches.open('takepart-media-garden-to-see-and-hear')).keys()).length,
    ),
    'only that they are not wanted',
  ).toBe(1)
  await page.goto(reading)
  await expect(page.getByText('It is round.').first()).toBeVisible()
})
