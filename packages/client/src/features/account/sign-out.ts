import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import type { StaffServices } from '../../app/staff-services.ts'

/**
 * Ends the session and takes away what the desk kept here (S47). A session that has ended already is no reason to stay:
 * only when the server cannot be reached does the person stay signed in, and is told.
 */
export async function signOut(services: StaffServices): Promise<void> {
  try {
    await services.api.account.signOut.mutate({})
  } catch (error) {
    if (services.failureOf(error) !== 'signed-out') throw error
  }
  await services.forget()
  // Replaced, so that Back does not lead to what was on the screen.
  location.replace(`${deskPaths.signIn}?out`)
}
