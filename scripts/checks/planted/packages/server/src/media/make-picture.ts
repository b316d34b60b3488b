import { count } from '../features/response/response.queries.ts'
export const picture = count
