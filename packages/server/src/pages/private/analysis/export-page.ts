import { exportView, type ExportModel } from '@takepart/shared/views/analysis/export.view'
import { exportWords } from '@takepart/shared/words/export'
import { privatePage } from '../private-page.ts'
import { analysedPlace } from './analysed-consultation.ts'

/** Where analysts take answers away. */
export const exportPage = privatePage<ExportModel>({
  path: '/desk/consultations/:consultation/export',
  action: 'analysis.export',
  load: async (ctx, { consultation }) => {
    const place = await analysedPlace(ctx, consultation)
    return place && { consultation: { id: place.id, title: place.title } }
  },
  render: (model) => ({
    title: exportWords.titleOf(model.consultation.title),
    main: exportView(model),
  }),
})
