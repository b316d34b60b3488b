import { openDB } from 'idb'
import { send } from '../api/send-command.ts'
import { ShadowElement } from '../features/response/shadow-element.ts'
export const records = [openDB, indexedDB, send, ShadowElement]
