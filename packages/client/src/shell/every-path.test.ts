import { sitePaths } from '@takepart/shared/domain/site/site-paths'
import { describe, expect, it } from 'vitest'
import { emptySite, leaveSite, openApp, slug } from '../test-support/app.ts'
import { openFirstPage } from './routes.ts'

describe('every path of the app', () => {
  it.each(Object.entries({ ...sitePaths.answering, ...sitePaths.app }))(
    'has a page: %s',
    async (_, path) => {
      const main = emptySite(
        path
          .replace(':slug', slug)
          .replace(':response', '00000000-0000-4000-8000-000000000009')
          .replaceAll(/:\w+/g, 'helps'),
      )
      await openFirstPage(main, await openApp())
      expect(main.firstElementChild?.localName).not.toBe('tp-not-kept-page')
      leaveSite()
    },
  )
})
