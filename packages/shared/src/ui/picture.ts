import { html } from 'lit'

export interface PictureFile {
  readonly address: string
  readonly width?: number
  readonly height?: number
}

export interface PictureOptions {
  /** WebP, the smallest first; the last is for browsers that do not know WebP. */
  readonly files: readonly PictureFile[]
  /** Empty for a picture that says nothing the words beside it do not say. */
  readonly alt: string
  /** How wide it is shown, as `sizes` says it. */
  readonly sizes: string
}

/** A picture whose place is kept before it comes, so that nothing moves. */
export function picture({ files, alt, sizes }: PictureOptions) {
  const webp = files.slice(0, -1)
  const last = files.at(-1)
  return html`<picture>
    <source type="image/webp" srcset=${webp.map(({ address, width }) => `${address} ${width}w`).join(', ')} sizes=${sizes}>
    <img src=${last?.address ?? ''} alt=${alt} width=${last?.width ?? ''} height=${last?.height ?? ''} loading="lazy" decoding="async">
  </picture>`
}
