/** A file of what was answered. */
export const exportFiles = [
  'answers.xlsx',
  'answers.csv',
  'answers.json',
  'answers.fhir.json',
  'codebook.csv',
] as const
export type ExportFile = (typeof exportFiles)[number]

/** Addresses of the desk's pages about what came in to a consultation, by its id. */
export const analysisPaths = {
  results: (id: string): `/desk/${string}` => `/desk/consultations/${id}/results`,
  question: (id: string, question: string): `/desk/${string}` =>
    `/desk/consultations/${id}/results/${question}`,
  ledger: (id: string): `/desk/${string}` => `/desk/consultations/${id}/ledger`,
  responses: (id: string): `/desk/${string}` => `/desk/consultations/${id}/responses`,
  response: (id: string, reference: string): `/desk/${string}` =>
    `/desk/consultations/${id}/responses/${reference}`,
  export: (id: string): `/desk/${string}` => `/desk/consultations/${id}/export`,
  themes: (id: string, question?: string): `/desk/${string}` =>
    `/desk/consultations/${id}/themes${question === undefined ? '' : `/${question}`}`,
  enter: (id: string): `/desk/${string}` => `/desk/consultations/${id}/enter`,
  expected: (id: string, question?: string): `/desk/${string}` =>
    `/desk/consultations/${id}/expected${question === undefined ? '' : `/${question}`}`,
  outcome: (id: string): `/desk/${string}` => `/desk/consultations/${id}/outcome`,
  evidence: (id: string): `/desk/${string}` => `/desk/consultations/${id}/evidence`,
  exported: (id: string, file: ExportFile): `/desk/${string}` =>
    `/desk/consultations/${id}/export/${file}`,
} as const
