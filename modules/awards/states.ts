export type AwardKind = 'course' | 'qualification'
/** What Belay says of a badge or a certificate somebody asks about. `unknown` is also what it says of a badge that is not public: the two read the same. */
export type Standing = 'good' | 'taken-back' | 'run-out' | 'altered' | 'unknown' | 'not-ours' | 'unreadable'

/** How an award stands that is there to be seen. */
export const standingOf = ({ takenBackAt, goodUntil }: { takenBackAt: Date | null; goodUntil: Date | null }, at: Date): 'good' | 'taken-back' | 'run-out' =>
  takenBackAt ? 'taken-back' : goodUntil && goodUntil <= at ? 'run-out' : 'good'
