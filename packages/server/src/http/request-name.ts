import type { FastifyRequest } from 'fastify'

const names = new WeakMap<FastifyRequest, string>()

/** Names a request for the log where its route stands for several things. Never with anything that a caller made up. */
export const nameRequest = (request: FastifyRequest, name: string): void =>
  void names.set(request, name)

/** What the log calls a request: its name, or the pattern of its route. */
export const requestName = (request: FastifyRequest): string =>
  names.get(request) ?? request.routeOptions.url ?? 'unknown'
