/** The one format this program reads and writes. */
export const consultationFormat = 'takepart/consultation/1'
