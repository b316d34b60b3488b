/** A job whose effect has been committed. Goes when the job itself is gone. */
export interface JobEffectTable {
  job_id: number
}
