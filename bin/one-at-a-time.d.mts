/** Does something that only one process of this checkout may do at a time. `handOn` goes into the `stdio` of programs started meanwhile. */
export function oneAtATime<Result>(what: string, say: string, work: (handOn: number | 'ignore') => Promise<Result>): Promise<Result>
