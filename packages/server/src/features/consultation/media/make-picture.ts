import type { FileType } from '@takepart/shared/domain/media'
import type { Sharp } from 'sharp'

/** One size of a picture, ready to be served. */
export interface MadePicture {
  readonly ending: 'webp' | 'png' | 'jpg'
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

/** A telephone shows the smaller one, a screen or a magnifier the larger one. */
const widths = [480, 960] as const
/** More than any camera's picture has; a small file can claim to be much larger. */
const mostPixels = 60_000_000
const usualDensity = 72

/**
 * Makes a picture anew: as WebP, the smallest first, and last one for browsers that do not know it. Nothing of what a
 * camera or a program wrote into the file goes along, and an SVG becomes dots, so that nothing in it can act.
 *
 * @throws when the picture cannot be read
 */
export async function makePicture(source: Buffer, type: FileType): Promise<readonly MadePicture[]> {
  // Loaded only by who publishes.
  const { default: sharp } = await import('sharp')
  const options = { limitInputPixels: mostPixels, failOn: 'error' as const }
  const { autoOrient: { width } } = await sharp(source, options).metadata()
  const isDrawn = type === 'svg'
  // Drawn at the size it is shown in: made larger afterwards it would be blurred.
  const density = Math.min(2400, Math.max(1, usualDensity * widths[1] / width))
  const whole = () => sharp(source, isDrawn ? { ...options, density } : options).autoOrient()
  const sizes = isDrawn ? widths : [...widths.filter((one) => one < width), ...(width < widths[1] ? [width] : [])]
  const shown = sizes.length > 0 ? sizes : [width]
  const webp = await Promise.all(shown.map((one) => toWebp(() => whole().resize(one), type)))
  return [...webp, await forOldBrowsers(whole().resize(shown.at(-1)), type)]
}

/** Drawings keep their sharp edges; what is a photograph after all would be far too large that way. */
async function toWebp(picture: () => Sharp, type: FileType): Promise<MadePicture> {
  const drawing = picture().webp({ lossless: true, effort: 2 })
  if (type === 'svg') return made('webp', drawing)
  const photograph = await made('webp', picture().webp({ quality: 80 }))
  if (type !== 'png') return photograph
  const exact = await made('webp', drawing)
  return exact.bytes.length < photograph.bytes.length * 1.5 ? exact : photograph
}

const forOldBrowsers = async (picture: Sharp, type: FileType): Promise<MadePicture> =>
  (type === 'jpeg' ? made('jpg', picture.jpeg({ quality: 78 })) : made('png', picture.png({ palette: true, effort: 1 })))

async function made(ending: MadePicture['ending'], picture: Sharp): Promise<MadePicture> {
  const { data, info: { width, height } } = await picture.toBuffer({ resolveWithObject: true })
  return { ending, bytes: data, width, height }
}
