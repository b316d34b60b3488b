import type { DraftHead, People } from '@takepart/shared/views/authoring/desk-model'

/** The top of the pages about one consultation that is written. */
export const draftHead: DraftHead = {
  id: '7d0c1b6e-5a42-4c55-8d43-0f6b2a9e4c10',
  title: 'How we run the clinic',
  version: null,
  state: 'draft',
  questions: 3,
  opensAt: null,
}

/** Who works on it: Ash, who is looking, and Jo. */
export const deskPeople: People = { me: 'ash', names: { ash: 'Ash Moor', jo: 'Jo Fenn' } }
