import type { PrivatePage } from '../private-page.ts'
import { evidencePage } from './evidence-page.ts'
import { outcomePage } from './outcome-page.ts'

/** The desk's pages about what a Trust decided, and on what grounds. */
export const reportPages: readonly PrivatePage[] = [outcomePage, evidencePage]
