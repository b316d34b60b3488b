export const open = (): IDBOpenDBRequest => indexedDB.open('takepart')
