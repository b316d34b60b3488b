import { busConsultation } from './bus-consultation.fixture.ts'
import type { Consultation } from './consultation.ts'
import type { Edition } from './edition.ts'

/** An edition of all of it, in the same language. */
export const easyBus: Edition = {
  id: 'easy-read',
  title: 'Easy Read: the bus',
  summary: 'Tell us about the bus.',
  documents: [
    {
      id: 'plan',
      title: 'The plan in easy words',
      minutes: 2,
      blocks: [{ kind: 'paragraph', text: 'We may move.' }],
    },
  ],
  sections: [
    {
      id: 'travel',
      title: 'How you come here',
      questions: [
        {
          id: 'how-travel',
          title: 'How do you come to us?',
          hint: 'Choose one.',
          options: [
            { code: 'bus', label: 'On the bus' },
            { code: 'other', label: 'Something else', say: 'What is it?' },
          ],
        },
        { id: 'bus-trouble', title: 'Is the bus bad?' },
        { id: 'bus-words', title: 'What is bad?' },
        { id: 'helps', title: 'What is good?' },
        { id: 'minutes', title: 'How long does it take?', unit: 'min' },
        { id: 'order', title: 'What is best?' },
      ],
    },
    {
      id: 'views',
      questions: [
        { id: 'one-place', statement: 'One is enough.' },
        { id: 'rating', fromLabel: 'Bad', toLabel: 'Very good' },
        { id: 'parts' },
        { id: 'last-visit' },
        { id: 'publish' },
        { id: 'publish-name' },
      ],
    },
    { id: 'you', questions: [{ id: 'carer', title: 'Do you help somebody?' }] },
  ],
}

/** An edition of a part, in another language that is written from right to left. */
export const arabicBus: Edition = {
  id: 'ar',
  title: 'الحافلة إلى العيادة',
  summary: 'قد ننقل العيادة. لم يتقرر أي شيء.',
  promise: 'سنقول هنا ما قررناه.',
  sections: [
    {
      id: 'travel',
      title: 'التنقل',
      questions: [
        {
          id: 'how-travel',
          title: 'كيف تأتي إلينا؟',
          options: [
            { code: 'bus', label: 'بالحافلة' },
            { code: 'car', label: 'بالسيارة' },
            { code: 'other', label: 'بطريقة أخرى', say: 'ما هي؟' },
          ],
        },
        { id: 'bus-trouble', title: 'هل الحافلة مشكلة؟' },
      ],
    },
  ],
  fixedLabels: { yes: 'نعم', no: 'لا', 'dont-know': 'لا أعرف' },
}

export const busInEditions: Consultation = { ...busConsultation, editions: [easyBus, arabicBus] }
