import { html } from 'lit'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import { momentWords } from '../../domain/core/dates.ts'
import { notice } from '../../ui/notice.ts'

/** The server decides, by its own clock: this one may be wrong. */
export const closedNotice = (consultation: Consultation) =>
  notice({
    tone: 'warning',
    title: 'This consultation seems to have closed',
    content: html`<p>By the clock of this device, it closed on ${momentWords(consultation.closesAt)}. We may not be able to take a response now.
    <a href=${`/consultations/${consultation.slug}`}>Check the status of this consultation</a>.</p>`,
  })
