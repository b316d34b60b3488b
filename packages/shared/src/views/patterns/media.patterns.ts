import { html } from 'lit'
import { details } from '../../ui/details.ts'
import { picture } from '../../ui/picture.ts'
import { recording } from '../../ui/recording.ts'
import { explainedText, wordsExplained } from '../../ui/words-explained.ts'
import type { Pattern } from './pattern.ts'

const files = [
  { address: '/icon-192.png', width: 192, height: 192 },
  { address: '/icon-512.png', width: 192, height: 192 },
]

const pictures: Pattern = {
  id: 'picture',
  title: 'Picture',
  file: 'ui/picture.ts',
  use: 'For a picture that says something, or that stands beside words in Easy Read. Not for decoration, and not for words.',
  wiring:
    'Words for what it shows, or empty words where those beside it say it all; nothing in between. Its place is kept before it comes, so nothing moves.',
  examples: [
    {
      title: 'That says something',
      show: () =>
        html`<figure class="picture">${picture({ files, alt: 'Two speech bubbles, one answering the other', sizes: '12rem' })}<figcaption>The sign of Takepart</figcaption></figure>`,
    },
    {
      title: 'Beside words that say it all',
      show: () =>
        html`<div class="easy">${picture({ files, alt: '', sizes: '12rem' })}<div><p>You tell us what you think.</p><p>We tell you what we did.</p></div></div>`,
    },
  ],
}

const transcript = details({
  summary: 'Read what is said and shown',
  content: html`<p>A woman stands in front of a clinic. She says that nothing has been decided.</p>`,
})

const recordings: Pattern = {
  id: 'recording',
  title: 'Recording',
  file: 'ui/recording.ts',
  use: 'For sign language, and for words to listen to. Not without captions and a transcript, and never starting by itself.',
  wiring:
    'The browser’s own player, named by its title. What it is, how long and how large stand before it; the transcript right after it. Nothing is loaded until somebody presses Play.',
  examples: [
    {
      title: 'A video with captions',
      show: () =>
        recording({
          kind: 'video',
          title: 'Why we are asking, in British Sign Language',
          address: '/media/example.mp4',
          type: 'video/mp4',
          facts: 'Video, 2 minutes, 6 MB',
          poster: { address: '/icon-512.png', width: 512, height: 512 },
          captions: { address: '/patterns/example.vtt', lang: 'en', label: 'English' },
          transcript,
        }),
    },
    {
      title: 'Words to listen to',
      show: () =>
        recording({
          kind: 'audio',
          title: 'Why we are asking, read aloud',
          address: '/media/example.mp3',
          type: 'audio/mpeg',
          facts: 'Sound, 3 minutes, 2 MB',
          caption: 'Read by somebody who works here.',
          transcript,
        }),
    },
  ],
}

const hardWords: Pattern = {
  id: 'words-explained',
  title: 'Words explained',
  file: 'ui/words-explained.ts',
  use: 'For words that not everybody knows, where they are first used. Not for words that could be plain ones.',
  wiring:
    'A link to the meaning at the end of the page; Back in the browser leads to where the word was. Nothing appears on hovering.',
  examples: [
    {
      title: 'A word and its meaning',
      show: (id) => html`
    <p>${explainedText('A community team visits you at home.', (words) => [{ text: words.slice(0, 2) }, { text: words.slice(2, 16), meaningId: `${id}-team` }, { text: words.slice(16) }])}</p>
    ${wordsExplained([{ id: `${id}-team`, word: 'community team', meaning: 'Nurses, doctors and others who see people outside hospital.' }])}`,
    },
  ],
}

/** What is not only text. */
export const mediaPatterns: readonly Pattern[] = [pictures, recordings, hardWords]
