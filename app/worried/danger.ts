const answers = ['now', 'yes', 'no'] as const
type Answer = typeof answers[number]

/** The answer to the first question goes along in the address, so that it works without script: `now` stops, `yes` and `no` go on to the form. */
export const danger = {
  of: (search: string): Answer | null => answers.find((one) => new URLSearchParams(search).get('danger') === one) ?? null,
  /** The same address with an answer, or none; what it was about (a meeting, an answer in the room) stays. */
  on: (path: string, search: string, answer: Answer | null): string => {
    const said = new URLSearchParams(search)
    said.delete('danger')
    if (answer) said.set('danger', answer)
    return said.size ? `${path}?${said}` : path
  },
}
