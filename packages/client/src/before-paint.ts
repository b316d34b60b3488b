import { keepEarlyActs } from './shell/early-acts.ts'
import { showSettings } from './shell/show-settings.ts'

/**
 * The one script that stands in every page itself, and runs before anything is painted: how the person wants pages to
 * look, and what they press before the page is hydrated. The server says on its element where the sheet of settings is.
 */
showSettings(document.currentScript?.dataset['sheet'] ?? '')
keepEarlyActs()
