import { expect, type Page } from '@playwright/test'
import { test } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'

/** Holds the scripts of a page back, as a slow connection does, until they are let through. */
async function holdScripts(page: Page): Promise<() => void> {
  let letThrough: () => void = () => undefined
  const come = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/assets/*.js', async (route) => {
    await come
    await route.continue()
  })
  return letThrough
}

test('what is written and sent before the script has come is done once it has, and stays out of the address', async ({
  page,
  server,
}) => {
  await signInAsStaff(page, server, { name: 'Ros Amery', roles: ['author'] })
  const letThrough = await holdScripts(page)
  await page.goto(`${deskOrigin(server)}/desk/consultations/new`, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: /What is it called/ }).fill('Evening clinics at Larkmoor')
  await page.getByRole('button', { name: 'Begin writing' }).press('Enter')
  expect(new URL(page.url()).search).toBe('')
  letThrough()
  await expect(page).toHaveURL(/\/desk\/consultations\/[\w-]{36}/)
  await expect(page.getByText('Evening clinics at Larkmoor').first()).toBeVisible()
})

test('what is sent too early on a public page is answered once its script has come', async ({
  page,
  server,
}) => {
  const letThrough = await holdScripts(page)
  const address = `${server.origin}/consultations/mental-health-help-in-the-community/another-way`
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Send my request' }).click()
  expect(page.url()).toBe(address)
  letThrough()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  expect(page.url()).toBe(address)
})
