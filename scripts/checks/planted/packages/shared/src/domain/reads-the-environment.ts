declare const process: { env: Record<string, string> }
export const port = process.env.PORT
