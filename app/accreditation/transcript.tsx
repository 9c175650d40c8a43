import { Field } from '#app/ui/field.tsx'

/** What is said in a recording, written down by whoever made it: for those who cannot hear it, and for finding something in it again. */
export const Transcript = ({ isNow, words, problem }: { isNow: boolean; words: string; problem?: string }) => (
  <Field label="What is said in it" hint={isNow ? 'Listen, and write it down or paste it. Not everybody can hear it: they read this instead.' : 'Write it down or paste it now, or on the next page while you listen.'} problem={problem}>
    <textarea name="transcript" rows={6} required={isNow} maxLength={20_000} defaultValue={words} />
  </Field>
)
