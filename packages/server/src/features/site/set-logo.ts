import { may } from '@takepart/shared/domain/account/may'
import type { SetLogoResult } from '@takepart/shared/domain/site/site-settings-schema'
import {
  largestLogo,
  type LogoProblem,
  type SiteLogo,
} from '@takepart/shared/domain/site/site-settings'
import { isForbidden } from '../../forbidden.ts'
import { addressOf, piecesOf, sha256 } from '../../media/file-bytes.ts'
import { beginningBytes, fileTypeOf } from '../../media/file-type.ts'
import { makePicture, type MadePicture } from '../../media/make-picture.ts'
import { storeFile } from '../../media/media.queries.ts'
import { keep, type By } from './save-site.ts'
import { linkSiteFiles, lockSite, putLogoPiece, takeLogoPieces } from './site.queries.ts'

/** Keeps a piece of a picture until all of it has come. */
export async function receiveLogoPiece(
  { db, actor }: By,
  {
    file,
    number,
    piece,
  }: { readonly file: string; readonly number: number; readonly piece: string },
): Promise<true> {
  if (!may(actor, 'site.set-up')) throw isForbidden()
  const bytes = Buffer.from(piece, 'base64')
  if (bytes.length > 0) await putLogoPiece(db, { staffId: actor.staffId, file, number, bytes })
  return true
}

/** Makes the picture that has come anew and shows it from now on. Nothing of the file itself is kept. */
export async function setLogo(
  by: By,
  { file, pieces }: { readonly file: string; readonly pieces: number },
): Promise<SetLogoResult> {
  const { db, actor, now } = by
  if (!may(actor, 'site.set-up')) throw isForbidden()
  const came = await takeLogoPieces(db, { staffId: actor.staffId, file })
  if (came.length !== pieces || came.some(({ number }, place) => number !== place))
    return no('logo-not-whole')
  const pictures = await madeFrom(Buffer.concat(came.map(({ bytes }) => bytes)))
  if (typeof pictures === 'string') return no(pictures)
  const files = pictures.map((picture) => ({ ...picture, hash: sha256(picture.bytes) }))
  const logo: SiteLogo = {
    files: files.map(({ hash, ending, bytes, width, height }) => ({
      address: addressOf(hash, ending),
      bytes: bytes.length,
      width,
      height,
    })),
  }
  await db.transaction().execute(async (trx) => {
    const site = await lockSite(trx)
    for (const { hash, ending, bytes } of files)
      await storeFile(trx, {
        sha256: hash,
        ending,
        bytes: bytes.length,
        pieces: () => piecesOf([bytes]),
      })
    await linkSiteFiles(
      trx,
      files.map(({ hash }) => hash),
    )
    const next = { ...site, revision: site.revision + 1, logo }
    await keep(trx, next, { actor, at: now(), detail: 'logo' })
  })
  return { ok: true, logo }
}

/** Shows no logo any more. Taking away what is not there is done already. */
export function removeLogo({ db, actor, now }: By): Promise<true> {
  return db.transaction().execute(async (trx): Promise<true> => {
    if (!may(actor, 'site.set-up')) throw isForbidden()
    const { logo, ...site } = await lockSite(trx)
    if (logo === undefined) return true
    await linkSiteFiles(trx, [])
    const next = { ...site, revision: site.revision + 1 }
    await keep(trx, next, { actor, at: now(), detail: 'no-logo' })
    return true
  })
}

const no = (problem: LogoProblem): SetLogoResult => ({ ok: false, problem })

/** Far more than a logo needs, and little enough to open while pages are served. */
const mostPixels = 16_000_000

/** A drawing in SVG is not taken: what it draws with can be without end. */
async function madeFrom(source: Buffer): Promise<readonly MadePicture[] | LogoProblem> {
  if (source.length > largestLogo) return 'logo-too-large'
  const type = fileTypeOf(source.subarray(0, beginningBytes))
  if (type !== 'png' && type !== 'jpeg' && type !== 'webp') return 'logo-not-a-picture'
  try {
    const { default: sharp } = await import('sharp')
    const { width, height } = await sharp(source).metadata()
    if (width * height > mostPixels) return 'logo-too-many-pixels'
    return await makePicture(source, type)
  } catch {
    return 'logo-not-a-picture'
  }
}
