import { analysisPages } from './analysis/analysis-pages.ts'
import type { PrivatePage } from './private-page.ts'

/** Every page of the desk. A feature exports its own beside its views, and adds them here. */
export const privatePages: readonly PrivatePage[] = [...analysisPages]
