import type { Tx } from '../../db/transaction.server.ts'
import type { ConcernAsViewer } from '../../safeguarding/concern-as-viewer.server.ts'

/** Who has a case now: whoever looks after it, or said “I have it”. */
export const whoHasIt = ({ head, receipt, takingOn }: ConcernAsViewer): string | null => head?.holderId ?? (takingOn ? null : (receipt?.byId ?? null))

/** Those who keep a case, each once, as `app.case_keepers` says: its leads and deputies, a head who was told or brought in; nobody it is kept from. Asked anew each time: a step that lets somebody go counts them no more. */
export const keepersOf = (tx: Tx, { id }: Pick<ConcernAsViewer, 'id'>) => tx.$queryRaw<{ personId: string; name: string }[]>`SELECT "personId", name FROM app.keepers_named(${id}::uuid) ORDER BY name`
