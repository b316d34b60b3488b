import { createTRPCClient } from '@trpc/client'
import { Router } from '@vaadin/router'
import { openDB } from 'idb'
import { appRouter } from '@takepart/server/app-router'
import { records } from '../../offline/records.ts'
import { held } from '../../shell/held.ts'
export const all = [createTRPCClient, Router, openDB, appRouter, records, held]
export const send = async (): Promise<string> => {
  try {
    return await Promise.resolve('sent')
  } catch {
    return 'We could not reach Takepart'
  }
}
