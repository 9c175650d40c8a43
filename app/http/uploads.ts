/** How many bytes a form has at most: about a hundred times the longest thing anybody writes here. */
export const mostOfForm = 1_000_000
/**
 * The same where a form brings a file. Far more than any file that is kept: what is too big is read past, so that the words beside it come back
 * with the answer. (A file that is larger still, such as a long film, meets the edge.)
 */
const mostWithFile = 150_000_000
const bringingFiles = new Set(['/learn/portfolio/work'])

/** How much may be sent to this address in one go. */
export const mostAt = (path: string): number => (bringingFiles.has(path.replace(/\.data$/, '')) ? mostWithFile : mostOfForm)
