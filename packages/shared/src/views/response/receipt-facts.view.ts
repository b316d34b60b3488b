import { html } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import type { Receipt } from '../../domain/response/response.ts'

/** What a person keeps of a response that was received: reference and private code, to copy without a mistake. */
export const receiptFacts = (
  { reference, receivedAt }: Pick<Receipt, 'reference' | 'receivedAt'>,
  code: string,
) => html`<dl class="facts receipt">
    <dt>Your reference</dt><dd class="code" translate="no">${reference}</dd>
    <dt>Your private code</dt><dd class="code" translate="no">${code}</dd>
    <dt>Received</dt><dd>${momentWords(receivedAt)} (to the hour)</dd>
  </dl>`
