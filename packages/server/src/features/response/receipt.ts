import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { toTheHour, type Receipt } from '@takepart/shared/domain/response/response'

/** A receipt with its times as they are told: to the hour, and the closing time of today. */
export const receiptFrom = (
  said: Omit<Receipt, 'receivedAt' | 'closesAt'> & { readonly receivedAt: Date },
  { consultation }: ConsultationVersion,
): Receipt => ({
  responseId: said.responseId,
  reference: said.reference,
  revision: said.revision,
  state: said.state,
  late: said.late,
  receivedAt: toTheHour(said.receivedAt),
  closesAt: consultation.closesAt,
})
