import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { filesToKeep, type MadeFile } from '@takepart/shared/domain/consultation/media'
import {
  keepWords,
  keptMediaIds,
  mediaName,
  notKeptWords,
} from '@takepart/shared/views/consultation/kept-media-words'
import { announce } from '../../app/announce.ts'
import { savesData } from '../../app/saves-data.ts'
import type { Services } from '../../app/services.ts'
import type { KeepingOutcome, KeptMedia } from '../../offline/kept-media.ts'

/** Pictures that come to this much in all are kept with the pages, without anybody being asked: about as much as the pages. */
const smallBytes = 500_000

/**
 * Keeps the small pictures of a consultation with its pages, and lets the person keep the rest: on its first page, where
 * `part` is. Nothing is kept by itself where the person saves data or has taken it off.
 */
export async function settleMedia(services: Services, consultation: Consultation): Promise<void> {
  const kept = await services.keptMedia()
  const files = filesToKeep(consultation)
  if (!kept || files.length === 0) return
  const { slug } = consultation
  const pictures = filesToKeep({
    media: (consultation.media ?? []).filter(({ kind }) => kind === 'picture'),
  })
  const isSmall = pictures.length > 0 && bytesOf(pictures) <= smallBytes
  if (isSmall && services.connectivity.online && !savesData() && !(await kept.isTakenOff(slug)))
    await kept.keep(slug, pictures).catch(() => undefined)
  await new MediaPart(kept, consultation, files).show()
}

const bytesOf = (files: readonly MadeFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)

const trouble: Readonly<Record<Exclude<KeepingOutcome, 'kept'>, string>> = {
  'no-room': 'There is not enough room on this device. They are not kept.',
  unreachable: 'Not all of them could be fetched. Try again when you have a connection.',
}

/** The part of the page that says whether media are kept, and keeps them or takes them off. */
class MediaPart {
  private readonly kept: KeptMedia
  private readonly consultation: Consultation
  private readonly files: readonly MadeFile[]
  private missing: readonly MadeFile[] = []
  private busy = false

  constructor(kept: KeptMedia, consultation: Consultation, files: readonly MadeFile[]) {
    this.kept = kept
    this.consultation = consultation
    this.files = files
  }

  async show(): Promise<void> {
    const part = document.getElementById(keptMediaIds.part)
    const button = document.getElementById(keptMediaIds.button)
    if (!part || !button) return
    await this.look()
    button.addEventListener('click', () => void this.press())
    part.hidden = false
  }

  /** Looks what is on the device, and says that. */
  private async look(words?: string): Promise<void> {
    this.missing = await this.kept.missing(this.consultation.slug, this.files)
    const all = this.missing.length === 0
    this.say(
      words ??
        (all
          ? `The ${mediaName(this.consultation)} of this consultation are kept on this device.`
          : notKeptWords),
    )
    const button = document.getElementById(keptMediaIds.button)
    if (button)
      button.textContent = all
        ? 'Take them off this device'
        : keepWords(this.consultation, this.missing)
  }

  private say(words: string): void {
    document.getElementById(keptMediaIds.words)?.replaceChildren(words)
  }

  private async press(): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      await (this.missing.length === 0 ? this.takeOff() : this.keep())
    } finally {
      this.busy = false
    }
  }

  private async keep(): Promise<void> {
    const of = this.missing.length
    const progress = (done: number) =>
      this.say(`Keeping them on this device: ${done} of ${of} done.`)
    progress(0)
    const outcome = await this.kept
      .keep(this.consultation.slug, this.missing, progress)
      .catch((): KeepingOutcome => 'no-room')
    await this.look(outcome === 'kept' ? undefined : trouble[outcome])
    announce(document.getElementById(keptMediaIds.words)?.textContent ?? '')
  }

  private async takeOff(): Promise<void> {
    await this.kept.takeOff(this.consultation.slug)
    const words = 'They are no longer kept on this device.'
    await this.look(words)
    announce(words)
  }
}
