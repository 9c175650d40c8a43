/** What a loader's answer is once it has been through the wire's types: moments may be dates or text. */
export type Jsonified<T> = T extends Date ? Date | string : T extends (infer One)[] ? Jsonified<One>[] : T extends object ? { [Key in keyof T]: Jsonified<T[Key]> } : T
