import { may } from '@takepart/shared/domain/account/may'
import type { SetLogoResult } from '@takepart/shared/domain/site/site-settings-schema'
import {
  largestLogo,
  type LogoProblem,
  type SiteLogo,
} from '@takepart/shared/domain/site/site-settings'
import { isForbidden } from '../../forbidden.ts'
import { makeLonePicture } from '../../media/make-media.ts'
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
  const source = Buffer.concat(came.map(({ bytes }) => bytes))
  if (source.length > largestLogo) return no('logo-too-large')
  const picture = await makeLonePicture(source)
  if (typeof picture === 'string') return no(`logo-${picture}`)
  const logo: SiteLogo = { files: picture.made.files }
  await db.transaction().execute(async (trx) => {
    const site = await lockSite(trx)
    for (const one of picture.files) await storeFile(trx, one)
    await linkSiteFiles(
      trx,
      picture.files.map(({ sha256 }) => sha256),
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
