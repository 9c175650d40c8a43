/**
 * The page of an address that only takes a form and then leads elsewhere. It is never drawn. Without a page of its own such an address
 * answers a form sent without script in JSON when it cannot be done; with one, the error page says so in words.
 */
export default function NeverDrawn() { return null }
