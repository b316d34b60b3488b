import type { AppRouter } from '@takepart/server/app-router'
import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from '@trpc/client'
import type { Fetch } from './api.ts'

/** The procedures of the desk, each call a request of its own. */
export type StaffApi = TRPCClient<AppRouter>

export const createStaffApi = (fetch: Fetch): StaffApi =>
  createTRPCClient<AppRouter>({
    links: [httpLink({ url: '/trpc', headers: { 'x-takepart': '1' }, fetch })],
  })

/** Why a call came to nothing. `ours`: a fault of the server's. `not-reached`: nobody knows whether it was done. */
export type CallFailure = 'signed-out' | 'not-allowed' | 'too-often' | 'not-reached' | 'ours'

/** The page of the desk was asked for again, and the server led to the page to sign in. */
class SignedOut extends Error {
  override readonly name = 'SignedOut'
}

/** Undefined for what is no failure of a call: a fault in the page, to be thrown on. */
export function failureOf(error: unknown): CallFailure | undefined {
  if (error instanceof SignedOut) return 'signed-out'
  if (!(error instanceof TRPCClientError)) return undefined
  const { httpStatus } = (error.data ?? {}) as { readonly httpStatus?: unknown }
  switch (httpStatus) {
    case 401:
      return 'signed-out'
    case 403:
    case 404:
      return 'not-allowed'
    case 429:
      return 'too-often'
    case undefined:
    case 503:
      return 'not-reached'
    default:
      return 'ours'
  }
}

/**
 * The model of the page that is open, as the server makes it now. The page is asked for again by its own address, so what
 * comes is what somebody would see who opened it now.
 */
export async function readPageAgain(fetch: Fetch, address: string): Promise<unknown> {
  const response = await fetch(address, { redirect: 'manual' }).catch((cause: unknown) => {
    throw new TRPCClientError('The page cannot be reached', { cause: cause as Error })
  })
  if (response.type === 'opaqueredirect') throw new SignedOut()
  if (!response.ok) throw new TRPCClientError(`The page was answered ${response.status}`)
  const [, json] = /id="page-model">([^<]*)</.exec(await response.text()) ?? []
  if (json === undefined) throw new TRPCClientError('The page has no model')
  return JSON.parse(json)
}
