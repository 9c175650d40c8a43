let isAway = false

/** While somebody is signed out with words on the page, the page is not read again: that would lead away from what they wrote. */
export const staySignedOut = (away: boolean) => { isAway = away }

export const shouldStay = (): boolean => isAway
