import { expectNoFindings } from '../support/gate/finding.ts'
import { deskPages } from '../support/gate/desk-pages.ts'
import { runGate } from '../support/gate/run-gate.ts'
import { test } from '../support/journey.ts'
import { signInAsStaff } from '../support/staff.ts'

test.describe.configure({ mode: 'parallel' })
// What the gate looks at is looked at once, in the state that is meant.
test.use({ watched: false })

test.beforeAll(async ({ browser, server }) => {
  const context = await browser.newContext()
  await signInAsStaff(await context.newPage(), server, { name: 'Kit Moss', roles: ['author'] })
  await context.close()
})

for (const { name, open, only, complaint, signedOut } of deskPages) {
  test(`${name} keeps nobody out`, async ({ page, server, clinics, faults }) => {
    test.slow()
    if (complaint) faults.expect(complaint)
    if (!signedOut) await signInAsStaff(page, server)
    await open({ page, server, clinics })
    expectNoFindings(await runGate(page, only), name)
  })
}
