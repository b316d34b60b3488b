import type { Consultation } from '../../domain/consultation/consultation.ts'
import { answerExtras } from './answer-extras.view.ts'
import { largerFields } from './larger-fields.view.ts'
import { mediaView } from '../consultation/media.view.ts'

/** All that a page of questions may need beside itself. The server has it at hand; the app loads what a page shows. */
export const wholeExtras = (consultation: Consultation) => ({
  ...answerExtras(consultation, mediaView),
  larger: largerFields,
})
