/** A letter. Subject and text carry no names of young people and no reasons: what it is about is behind the sign-in. */
export type Letter = { to: string; subject: string; text: string }
