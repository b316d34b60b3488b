import { html, nothing } from 'lit'
import type { Content } from './field.ts'

export interface RecordingOptions {
  readonly kind: 'audio' | 'video'
  readonly title: string
  readonly address: string
  readonly type: string
  /** In words: what it is, how long, how large, in which language. */
  readonly facts: string
  readonly caption?: Content
  /** Of a video, so that its place is kept. */
  readonly size?: { readonly width?: number | undefined; readonly height?: number | undefined }
  readonly poster?: { readonly address: string; readonly width?: number; readonly height?: number }
  readonly captions?: { readonly address: string; readonly lang: string; readonly label: string }
  /** What is said and seen, or the way to it; right after the player. */
  readonly transcript: Content
}

/**
 * A recording in the browser's own player. It never starts by itself, does not load before somebody presses Play, and
 * does not begin again at its end.
 */
export const recording = (options: RecordingOptions) => html`<figure class="recording">
  <figcaption><strong>${options.title}</strong><br><span class="quiet">${options.facts}</span>${options.caption ? html`<br>${options.caption}` : nothing}</figcaption>
  ${
    options.kind === 'video'
      ? video(options)
      : html`<audio controls preload="none" aria-label=${options.title}>
    <source src=${options.address} type=${options.type}>
  </audio>`
  }
  ${options.transcript}
</figure>`

const video = ({
  title,
  address,
  type,
  poster,
  size = poster,
  captions,
}: RecordingOptions) => html`<video
  controls
  playsinline
  preload="none"
  aria-label=${title}
  poster=${poster?.address ?? nothing}
  width=${size?.width ?? 16}
  height=${size?.height ?? 9}
>
  <source src=${address} type=${type}>
  ${captions ? html`<track kind="captions" src=${captions.address} srclang=${captions.lang} label=${captions.label} default>` : nothing}
</video>`
