import { expect } from '@playwright/test'
import {
  continueOn,
  expectKept,
  expectSaved,
  readReceipt,
  sendChecked,
  startAnswering,
} from '../support/answering.ts'
import { publish, storedUnder } from '../support/consultations.ts'
import { offline } from '../support/faults-seen.ts'
import { test } from '../support/journey.ts'
import { expectFits } from '../support/narrow.ts'
import { expectOpenToAll } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

const easy = {
  id: 'easy-read',
  title: 'Clinics in the evening',
  summary: 'Tell us about the clinics. We have not decided anything yet.',
  sections: [
    {
      id: 'coming',
      title: 'Your way here',
      questions: [
        { id: 'been', title: 'Did you come here this year?' },
        { id: 'travel', title: 'How do you come here?' },
      ],
    },
  ],
}
const arabic = {
  id: 'ar',
  title: 'العيادات المسائية',
  summary: 'أخبرنا برأيك في العيادات المسائية. لم يُتخذ أي قرار بعد.',
  sections: [
    {
      id: 'coming',
      title: 'الوصول إلى العيادة',
      questions: [
        { id: 'been', title: 'هل زرت العيادة هذا العام؟' },
        {
          id: 'travel',
          title: 'كيف تصل إلى العيادة؟',
          hint: 'اختر وسيلة أطول جزء من الطريق.',
          why: 'تمر آخر حافلة في الساعة الثامنة.',
          options: [
            { code: 'bus', label: 'بالحافلة' },
            { code: 'car', label: 'بالسيارة', hint: 'أنت أو شخص آخر يقود.' },
            { code: 'other', label: 'بطريقة أخرى', say: 'ما هي؟' },
          ],
        },
      ],
    },
  ],
  fixedLabels: { yes: 'نعم', no: 'لا', 'dont-know': 'لا أعرف' },
}

test('begun in the full version, gone on with in Easy Read and in Arabic, and sent: one response with every answer', async ({
  context,
  page,
  server,
  faults,
}) => {
  const clinics = await publish(server, {
    id: '3d2f6c1e-91c4-4a0b-8f5d-6b7e2a9c4d10',
    slug: 'day-centre-in-forms',
    title: 'When should our day centre open?',
    editions: [easy, arabic],
  })
  const forms = page.getByRole('navigation', {
    name: /^(This consultation in other forms|See this in another way)$/,
  })
  const main = page.getByRole('main')
  const goOnIn = async (form: string) => {
    await page.getByText('Other forms and languages').click()
    await forms.getByRole('link', { name: form }).click()
  }

  await test.step('begins in the full version', async () => {
    await page.goto(clinics.path)
    await expect(forms.getByRole('link', { name: 'العربية' })).toHaveAttribute('lang', 'ar')
    await startAnswering(page, clinics)
    await page.getByLabel('Yes', { exact: true }).check()
    await expectSaved(page)
  })

  await test.step('goes on in Easy Read, at the same question', async () => {
    await goOnIn('Easy Read')
    await expectPage(page, /Did you come here this year\?/)
    await expect(page.getByLabel('Yes', { exact: true })).toBeChecked()
    await continueOn(page)
    await expectPage(page, /How do you come here\?/)
    await page.getByLabel('Bus').check()
    await expectSaved(page)
    await expectOpenToAll(page, 'a question in Easy Read')
  })

  await test.step('and in Arabic, from right to left', async () => {
    await goOnIn('العربية')
    await expectPage(page, /كيف تصل إلى العيادة؟/)
    await expect(main).toHaveAttribute('lang', 'ar')
    await expect(main).toHaveAttribute('dir', 'rtl')
    await expect(page.getByLabel('بالحافلة')).toBeChecked()
    await page.getByLabel('بالسيارة').check()
    await expectSaved(page)
    await expectOpenToAll(page, 'a question in Arabic')
    await page.setViewportSize({ width: 320, height: 800 })
    await expectFits(page)
  })

  await test.step('by keyboard, in the order of reading', async () => {
    await page.getByLabel('بالسيارة').focus()
    for (const name of ['Why we ask', 'Continue', 'Stop for now']) {
      await page.keyboard.press('Tab')
      await expect(page.locator(':focus')).toHaveText(name)
    }
  })

  await test.step('without a connection too, and what is not in Arabic says so', async () => {
    await page.goto(`${clinics.path}/in/ar`)
    await expectKept(page)
    faults.expect(offline)
    await context.setOffline(true)
    await page.reload()
    await expectPage(page, 'العيادات المسائية')
    await page.goto(`${clinics.path}/in/ar/questions/minutes`)
    await expectPage(page, /How many minutes does the journey take\?/)
    await expect(page.locator('main form div[lang="en-GB"][dir="ltr"]')).toContainText(
      'How many minutes',
    )
    await page.goto(`${clinics.path}/in/ar/check`)
    await expectPage(page, 'Check your answers')
    await expect(main).toHaveAttribute('dir', 'rtl')
    await expect(main).toContainText('بالسيارة')
    await context.setOffline(false)
  })

  await test.step('is one response, sent in Arabic', async () => {
    await sendChecked(page)
    const { reference } = await readReceipt(page)
    await expect(main).not.toHaveAttribute('lang')
    expect(await storedUnder(reference, server, clinics)).toMatchObject([
      { edition: 'ar', answers: { been: { choice: 'yes' }, travel: { choice: 'car' } } },
    ])
  })
})
