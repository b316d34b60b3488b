export const load = (): Promise<Response> => fetch('/consultations/parking.json')
