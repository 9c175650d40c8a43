import { Row, type RowProps } from './row.tsx'

/** A row that goes somewhere. */
export const LinkRow = (row: RowProps & { to: string }) => <Row {...row} />
