/** What a quiet suggestion is about. */
export type Suggested = { text: string; personId: string; /** What it is written in, on this device: "journal/0199…". */ place: string; /** The way to hand it on from here. */ to: string }
