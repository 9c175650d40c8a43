/** What is told in `teaching:<id>`, to everybody in the room. */
export const teachingNews = ['teaching:opened', 'teaching:moved', 'teaching:led'] as const
export type TeachingNews = (typeof teachingNews)[number]

/** What is told to the trainers alone: somebody came in, answered, or is stuck or no longer. Said to the room, every phone would read itself again each time, and know. */
export const trainersNews = ['teaching:came-in', 'teaching:answered', 'teaching:stuck'] as const
export type TrainersNews = (typeof trainersNews)[number]

/** Told to a learner whose "I'm stuck" a trainer has answered. */
export const helpComing = 'teaching:coming'
