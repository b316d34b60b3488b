import { submit } from '../features/response/submit-response.ts'
export const database = submit
