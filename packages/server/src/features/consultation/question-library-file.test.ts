import { questionLibrary } from '@takepart/shared/domain/question/question-library'
import { expect, it } from 'vitest'

it('publishes the question library to authors as docs/question-library.json', async () => {
  const file = `${JSON.stringify(questionLibrary, null, 2)}\n`
  await expect(file).toMatchFileSnapshot('../../../../../docs/question-library.json')
})
