/** What a learner says of their own evidence. The number goes into the record; other words are another number. */
export const declaration = { version: 1, says: 'This is my own work, in my own words. If a tool or a person helped me, I say so in it. I have taken out what could show who somebody is.' }

/** What a trainer says of theirs. */
export const statementDeclaration = { version: 1, says: 'I saw or heard this myself, and it is fair and true. I have taken out what could show who a mentee is.' }
