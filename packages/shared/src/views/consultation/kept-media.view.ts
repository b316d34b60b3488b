import { html, nothing } from 'lit'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import { filesToKeep } from '../../domain/consultation/media.ts'
import { keepWords, keptMediaIds, mediaName, notKeptWords } from './kept-media-words.ts'

/** Where somebody keeps a consultation's media on the device. Without its script it does nothing, so the script shows it. */
export function keptMediaPart(consultation: Pick<Consultation, 'media'>) {
  const files = filesToKeep(consultation)
  if (files.length === 0) return nothing
  return html`<section class="part" id=${keptMediaIds.part} aria-labelledby=${keptMediaIds.title} hidden>
    <h2 id=${keptMediaIds.title}>${mediaName(consultation, true)} without a connection</h2>
    <p id=${keptMediaIds.words}>${notKeptWords}</p>
    <div class="actions"><button type="button" class="button second" id=${keptMediaIds.button}>${keepWords(consultation, files)}</button></div>
  </section>`
}
