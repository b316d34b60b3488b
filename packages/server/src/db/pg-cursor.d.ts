/** pg-cursor has no types of its own; Kysely needs only that it can be made and read. */
declare module 'pg-cursor' {
  import type { PostgresCursor } from 'kysely'
  const Cursor: new <Row>(sql: string, parameters: unknown[]) => PostgresCursor<Row>
  export default Cursor
}
