import { html } from 'lit'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { insetText } from '../../ui/inset-text.ts'
import { radios } from '../../ui/radios.ts'
import type { Pattern } from './pattern.ts'

const rightToLeft: Pattern = {
  id: 'right-to-left',
  title: 'From right to left',
  file: 'ui/radios.ts',
  use: 'Every pattern mirrors by itself in a language that is written from right to left. Nothing is made for it.',
  wiring:
    'Language and direction stand on the part that is in that language. Styles name sides by the direction of the text.',
  examples: [
    {
      title: 'In Arabic',
      show: (
        id,
      ) => html`<div lang="ar" dir="rtl">${backLink({ href: '#pattern-right-to-left', text: 'رجوع' })}
    ${radios({
      id,
      name: id,
      title: 'كيف تذهب إلى العيادة؟',
      heading: 'h3',
      hint: 'اختر وسيلة واحدة.',
      items: [
        { value: 'bus', text: 'بالحافلة', checked: true },
        { value: 'car', text: 'بالسيارة', hint: 'سيارة الأجرة أيضًا.' },
      ],
    })}
    ${insetText(html`<p>لم يتقرر أي شيء بعد.</p>`)}<div class="actions">${button({ text: 'متابعة' })}</div></div>`,
    },
  ],
}

/** What is so of every pattern. */
export const everywherePatterns: readonly Pattern[] = [rightToLeft]
