import { expectNoFindings } from '../support/gate/finding.ts'
import { pages } from '../support/gate/pages.ts'
import { runGate } from '../support/gate/run-gate.ts'
import { test } from '../support/journey.ts'

// Both workers share the pages.
test.describe.configure({ mode: 'parallel' })

for (const { name, open, complaint, only } of pages) {
  test(`${name} keeps nobody out`, async ({ page, server, clinics, faults }) => {
    test.slow()
    if (complaint) faults.expect(complaint)
    await open({ page, server, clinics })
    expectNoFindings(await runGate(page, only), name)
  })
}
