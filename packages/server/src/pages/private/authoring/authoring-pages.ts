import type { PrivatePage } from '../private-page.ts'
import { beginPage, changePage, consultationDeskPage } from './desk-list-pages.ts'
import { checksPage, historyPage, previewPage, signOffPage } from './draft-pages.ts'
import { editorPages } from './editor-pages.ts'
import { importPages } from './import-pages.ts'
import { readyPage } from './ready-page.ts'

/** The pages of the desk on which consultations are written, checked, signed and published. */
export const authoringPages: readonly PrivatePage[] = [
  consultationDeskPage,
  beginPage,
  ...editorPages,
  ...importPages,
  readyPage,
  previewPage,
  checksPage,
  historyPage,
  signOffPage,
  changePage,
]
