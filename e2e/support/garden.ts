import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Consultation } from '../../packages/shared/src/domain/consultation/consultation.ts'
import { consultation as command } from './consultations.ts'
import type { RunningServer } from './server.ts'

const day = 86_400_000

/** A moment from now, ISO 8601; `ms` may be negative. */
export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

const ids = {
  garden: '7d9a1c52-3e60-4b8f-a2d4-95c1e07b6f38',
  meadow: '0f6f4a86-0c3b-4f0e-8a51-7a1f0d9b2c01',
  orchard: '3c1b7de0-52c4-4d58-9d0b-6a0b8f6f1e02',
  pond: '91c0d6a4-7e55-4b1c-8f0a-4d2e6b7a9c03',
  hedge: 'b27e4c18-9d6f-4a53-b1c8-0e5d3f7a6b04',
} as const

export type Slug = keyof typeof ids

/** A short consultation of three questions, open since yesterday, as its author would write it. */
export function consultation(slug: Slug, changes: Partial<Consultation> = {}): Consultation {
  return {
    format: 'takepart/consultation/1',
    id: ids[slug],
    slug,
    lang: 'en-GB',
    title: `What should the ${slug} be?`,
    summary: 'We have some ground that nobody uses. Nothing has been decided.',
    trust: { name: 'Example Vale NHS Trust' },
    opensAt: inMs(-day),
    closesAt: inMs(30 * day),
    grace: { days: 7, text: 'We keep what was finished in time.' },
    promise: { by: inMs(60 * day).slice(0, 10), text: 'A person reads every response.' },
    minutes: 3,
    contact: {
      name: 'Involvement team',
      phone: '0000 000 0000',
      email: 'involvement@example-vale.example',
    },
    documents: [
      {
        id: 'why',
        title: 'Why we are asking',
        minutes: 1,
        blocks: [{ kind: 'paragraph', text: 'It has been closed for a year.' }],
      },
    ],
    sections: [
      {
        id: 'ground',
        title: 'The ground',
        questions: [
          {
            id: 'use',
            kind: 'one-of',
            title: 'What should it be for?',
            about: 'what it should be for',
            mandatory: true,
            options: [
              { code: 'sit', label: 'Sitting' },
              { code: 'grow', label: 'Growing food' },
            ],
          },
          {
            id: 'why',
            kind: 'long-text',
            title: 'Why do you think so?',
            about: 'why you think so',
          },
          {
            id: 'plant',
            kind: 'short-text',
            title: 'Which plant do you like?',
            about: 'the plant you like',
          },
        ],
      },
    ],
    ...changes,
  }
}

/** Publishes consultations beside a running server, as staff do. Fails with what the command said when it refuses. */
export async function publish(
  server: RunningServer,
  ...consultations: readonly Consultation[]
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'takepart-files-'))
  try {
    const files = consultations.map(({ slug }) => join(folder, `${slug}.json`))
    await Promise.all(consultations.map((one, at) => writeFile(files[at]!, JSON.stringify(one))))
    await command(server, 'publish', ...files)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
