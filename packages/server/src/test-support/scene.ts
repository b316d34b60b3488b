import { afterAll, beforeAll, beforeEach } from 'vitest'
import { publish, smallConsultation } from './sample-response.ts'
import { callerFor, testContext, type TestContext } from './test-context.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

/** What the tests of procedures begin with. */
export interface Scene {
  /** One for the file, with the small consultation in it. */
  readonly database: TestDatabase
  /** For each test its own, with the clock while the consultation is open. */
  readonly ctx: TestContext
  readonly caller: ReturnType<typeof callerFor>
}

/** Sets the scene for every test of a file. */
export function setScene(): Scene {
  const scene = {} as { -readonly [Part in keyof Scene]: Scene[Part] }
  beforeAll(async () => {
    scene.database = await createTestDatabase()
    await publish(scene.database.calls, smallConsultation())
  })
  afterAll(() => scene.database.close())
  beforeEach(() => {
    scene.ctx = testContext(scene.database)
    scene.caller = callerFor(scene.ctx)
  })
  return scene
}
