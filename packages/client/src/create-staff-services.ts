import { followWhenFetched } from './api/follow-when-fetched.ts'
import { createStaffApi, failureOf, readPageAgain } from './api/staff-api.ts'
import type { StaffServices } from './app/staff-services.ts'
import { signInAgain } from './features/account/sign-in-again.ts'

/** Services of the desk in this browser. */
export function createStaffServices({
  fetch,
  now,
  forget,
  newId,
  random,
  keptEdits,
  keptFiles,
}: Pick<StaffServices, 'now' | 'forget' | 'newId' | 'random' | 'keptEdits' | 'keptFiles'> & {
  readonly fetch: typeof globalThis.fetch
}): StaffServices {
  const api = createStaffApi(fetch)
  return {
    api,
    failureOf,
    followQuestions: followWhenFetched,
    now,
    newId,
    random,
    keptEdits,
    keptFiles,
    forget,
    readPage: () => readPageAgain(fetch, location.pathname + location.search),
    call: async (work) => {
      try {
        return await work(api)
      } catch (error) {
        if (failureOf(error) !== 'signed-out' || !(await signInAgain(api))) throw error
        return work(api)
      }
    },
  }
}
