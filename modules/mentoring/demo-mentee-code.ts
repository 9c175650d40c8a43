/** The code of Kestrel at Riverside in the demo, which the demo's sign-in page shows. Made of the letters codes are made of. */
export const demoMenteeCode = 'WREN-7624'
