import { count } from '../response/response.queries.ts'
import { submit } from '../response/submit-response.ts'
export const publish = [count, submit]
