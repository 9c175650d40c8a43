/**
 * Is the page covered? While it is, it does not read itself again: it would be sent to the unlock page and lose what is open beneath.
 * One page, one cover; the bell rings here.
 */
let isOn = false

export const isCovered = (): boolean => isOn
export const setCovered = (covered: boolean) => { isOn = covered }

export const bell = 'belay:bell'
