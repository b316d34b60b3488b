import { uuidFrom } from '@takepart/shared/domain/core/ids'
import { signOutLinkId } from '@takepart/shared/views/account/desk-frame.view'
import { clearTrouble, showTrouble } from './app/desk-trouble.ts'
import type { StaffPage, StaffServices } from './app/staff-services.ts'
import { createStaffServices } from './create-staff-services.ts'
import { createDeskEdits } from './offline/desk-edits.ts'
import { createDeskFiles } from './offline/desk-files.ts'
import { signOut } from './features/account/sign-out.ts'
import { comeBackToLinks } from './shell/back-to-link.ts'
import { offerReadingTools } from './shell/reading-tools.ts'
import { staffPages } from './staff-pages.ts'

/** The desk: pages for staff. What only they need is imported from here, and never kept by the service worker. */
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const keptEdits = createDeskEdits()
const keptFiles = createDeskFiles()
const services = createStaffServices({
  fetch: (...request) => fetch(...request),
  now: () => new Date(),
  newId: () => uuidFrom(random(16)),
  random,
  keptEdits,
  keptFiles,
  forget: async () => {
    await Promise.all([keptEdits.clear(), keptFiles.clear()])
  },
})

/** The page's element is the one child of `main`; a page that is only for reading has none. */
async function openPage(): Promise<void> {
  const page = document.getElementById('main')?.firstElementChild
  const load = page && staffPages[page.localName]
  if (!page || !load) return
  await load()
  ;(page as StaffPage).arrive(services)
}

/** The link leads to a page with a button, which is how somebody signs out whose browser runs no script. */
function signOutByLink(link: HTMLElement, using: StaffServices): void {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    clearTrouble()
    signOut(using).catch((error: unknown) => {
      const failure = using.failureOf(error)
      if (failure === undefined) throw error
      showTrouble(failure)
    })
  })
}

comeBackToLinks()
offerReadingTools()
const link = document.getElementById(signOutLinkId)
if (link) signOutByLink(link, services)
void openPage()
