import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { publish } from '../support/consultations.ts'
import { startServer, test } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'

test('a format that somebody asked for stands on the first page until a member of staff has answered it', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const desk = deskOrigin(server)
  try {
    const { slug } = await publish(server)
    const now = new Date().toISOString()
    const asked = await page.request.post(`${server.origin}/trpc/supportRequest.ask`, {
      headers: { 'x-takepart': '1' },
      data: {
        requestId: randomUUID(),
        slug,
        request: {
          needs: ['large-print'],
          say: {},
          reach: { by: 'phone', to: '01632 960 001' },
          remember: false,
        },
        completedAt: now,
        sentAt: now,
      },
    })
    expect(await asked.json()).toMatchObject({ result: { data: { ok: true } } })

    await signInAsStaff(page, server, { name: 'Ros Amery', roles: ['author'] })
    await page.goto(`${desk}/desk`)
    await expect(
      page.getByRole('heading', { name: 'Somebody asked for: Large print' }),
    ).toBeVisible()
    await expect(page.getByText('01632')).toHaveCount(0)
    await page.getByRole('link', { name: /^Answer it/ }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Requests' })).toBeVisible()
    await expect(page.getByText('01632 960 001')).toBeVisible()

    await page.getByRole('button', { name: /^Close this request/ }).press('Enter')
    await page.getByRole('button', { name: 'Close it' }).press('Enter')
    await expect(page.locator('#error-summary')).toBeFocused()
    await page.getByRole('radio', { name: 'It could not be met' }).press('Space')
    await page.getByRole('button', { name: 'Close it' }).press('Enter')
    await expect(page.locator('#error-summary')).toContainText('Say why it could not be met')
    await page.getByRole('textbox', { name: /^A note for colleagues/ }).fill('We print on Friday.')
    await page.getByRole('radio', { name: 'It was met' }).press('Space')
    await page.getByRole('button', { name: 'Close it' }).press('Enter')
    await expect(page.getByText('Nobody waits for a format or for support.')).toBeVisible()
    await page.goto(`${desk}/desk`)
    await expect(page.getByRole('heading', { name: /Large print/ })).toHaveCount(0)
  } finally {
    await server.dispose()
  }
})
