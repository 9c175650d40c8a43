/** What a badge is for, in words anybody may read. An id stands in signed badges: it never changes. */
export const achievements = {
  course: {
    id: 'peer-mentor-course', achievementType: 'CertificateOfCompletion', title: 'Peer mentor course',
    description: 'Has completed a course for peer mentors: the role, relationships, exploring change, taking notice, and keeping safe.',
    narrative: 'Was at every session with a trainer or made it up, and finished every unit, with safeguarding and confidentiality in all of them.',
  },
  qualification: {
    id: 'peer-mentor-qualification', achievementType: 'Certificate', title: 'Peer mentor qualification',
    description: 'Holds a qualification in peer mentoring: an assessor decided every criterion, and a quality assurer looked the decisions over.',
    narrative: 'Every criterion of the specification was met by evidence, as an assessor decided and a quality assurer confirmed.',
  },
} as const

export const achievementOf = (id: string) => Object.entries(achievements).map(([kind, one]) => ({ kind: kind as keyof typeof achievements, ...one })).find((one) => one.id === id)
