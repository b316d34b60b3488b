import type { FileType } from '@takepart/shared/domain/consultation/media'
import type { Sharp } from 'sharp'

/** One size of a picture, ready to be served. */
export interface MadePicture {
  readonly ending: 'webp' | 'png' | 'jpg'
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

/** A telephone shows the smaller one, a screen or a magnifier the larger one. */
const [small, large] = [480, 960]
/** A drawing has few bytes at any size, so it is made in one, which is sharp on a telephone and under a magnifier. */
const drawnWidth = 720
const drawnForOldBrowsers = 480
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
  const {
    autoOrient: { width },
    hasAlpha,
  } = await sharp(source, options).metadata()
  if (type === 'svg') {
    // Drawn at the size it is shown in: made larger afterwards it would be blurred.
    const density = Math.min(2400, Math.max(1, (usualDensity * drawnWidth) / width))
    const drawing = sharp(source, { ...options, density }).resize(drawnWidth)
    return Promise.all([
      made('webp', exactly(drawing.clone())),
      made('png', drawing.clone().resize(drawnForOldBrowsers).png()),
    ])
  }
  const whole = () => sharp(source, options).autoOrient()
  const largest = Math.min(width, large)
  const webp = await Promise.all(
    (width > small ? [small, largest] : [largest]).map((one) =>
      toWebp(() => whole().resize(one), type),
    ),
  )
  const last = whole().resize(largest)
  const isPhotograph = type === 'jpeg' || (type === 'webp' && !hasAlpha)
  return [
    ...webp,
    await (isPhotograph
      ? made('jpg', last.jpeg({ quality: 78 }))
      : made('png', last.png({ palette: true, effort: 1 }))),
  ]
}

/**
 * How large a picture says that it is, before any of it is opened.
 *
 * @throws when it cannot be read
 */
export async function sizeOfPicture(source: Buffer): Promise<{ width: number; height: number }> {
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(source).metadata()
  return { width, height }
}

/** Without a change to any dot: edges stay sharp. */
const exactly = (picture: Sharp): Sharp => picture.webp({ lossless: true, effort: 2 })

/** What was drawn on a screen keeps its sharp edges; what is a photograph after all would be far too large that way. */
async function toWebp(picture: () => Sharp, type: FileType): Promise<MadePicture> {
  const photograph = await made('webp', picture().webp({ quality: 80 }))
  if (type !== 'png') return photograph
  const exact = await made('webp', exactly(picture()))
  return exact.bytes.length < photograph.bytes.length * 1.5 ? exact : photograph
}

async function made(ending: MadePicture['ending'], picture: Sharp): Promise<MadePicture> {
  const {
    data,
    info: { width, height },
  } = await picture.toBuffer({ resolveWithObject: true })
  return { ending, bytes: data, width, height }
}
