/** Addresses of the desk's pages about what came in to a consultation, by its id. */
export const analysisPaths = {
  results: (id: string): `/desk/${string}` => `/desk/consultations/${id}/results`,
  question: (id: string, question: string): `/desk/${string}` =>
    `/desk/consultations/${id}/results/${question}`,
  ledger: (id: string): `/desk/${string}` => `/desk/consultations/${id}/ledger`,
  responses: (id: string): `/desk/${string}` => `/desk/consultations/${id}/responses`,
  response: (id: string, reference: string): `/desk/${string}` =>
    `/desk/consultations/${id}/responses/${reference}`,
} as const
