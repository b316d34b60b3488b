import {
  asksWithMedia,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import type { Question } from '@takepart/shared/domain/question/question'
import type { AnswerPageModel } from '@takepart/shared/views/answering/answer-page.view'
import { hasLargerField } from '@takepart/shared/views/answering/question-field.view'

export type Extras = Pick<AnswerPageModel, 'media' | 'larger'>

/** Loaded where there is something to show. */
export async function extrasOf(
  { consultation }: ConsultationVersion,
  questions: readonly Question[],
): Promise<Extras> {
  const [mediaParts, fields] = await Promise.all([
    asksWithMedia(consultation)
      ? import('@takepart/shared/views/consultation/media.view')
      : undefined,
    questions.some(hasLargerField)
      ? import('@takepart/shared/views/answering/larger-fields.view')
      : undefined,
  ])
  return { media: mediaParts?.mediaView(consultation), larger: fields?.largerFields }
}
