/** The field of a form, and the header of what a page's own script sends, that say for whom its page was drawn: it may have stayed open while somebody else signed in on the same device. */
export const writtenByField = 'writtenById'
export const writtenByHeader = 'X-Written-By'

export const writtenBy = (personId: string | null | undefined): Record<string, string> => (personId ? { [writtenByHeader]: personId } : {})

/** Somebody else is signed in here now. What was sent is not theirs, so nothing was done: it stays on the device for whoever wrote it. */
export const isSomebodyElses = ({ status }: Response): boolean => status === notTheirs
export const notTheirs = 412

/** The same for a mentee's page, on a device that others use: whose visit it was drawn on. */
export const visitField = 'menteeId'
