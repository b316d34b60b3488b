import { held } from '../../../client/src/shell/held.ts'
export const shell = held
