/** What somebody chose and wrote in a form, by name. Not what the page put there itself, nor a file, nor what says of itself that no device keeps it. */
export type Said = [name: string, value: string][]

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isChoice = (control: Control): control is HTMLInputElement => control.type === 'radio' || control.type === 'checkbox'
const isWritten = (control: Control) => control.type === 'textarea' || control.type === 'text'

/** A tick that a form cannot go without says that something is so today: nobody's device says it for them. */
const isDeclared = (control: Control) => control.type === 'checkbox' && control.required

const controlsOf = (form: HTMLFormElement) => [...form.elements].filter((control): control is Control =>
  (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
  && control.name !== '' && !['hidden', 'file', 'password', 'submit', 'button'].includes(control.type) && !isDeclared(control) && control.dataset.kept !== 'nowhere')

/** What is in the form; and what was in it before and has no field just now, such as what is said in a recording that was thrown away. */
export function saidIn(form: HTMLFormElement, before: Said): Said {
  const controls = controlsOf(form)
  const names = new Set(controls.map(({ name }) => name))
  return [...controls.flatMap((control): Said => (isChoice(control) && !control.checked ? [] : [[control.name, control.value]])), ...before.filter(([name]) => !names.has(name))]
}

/** Is there nothing written in it? Then there is nothing to lose. */
export const isBlank = (form: HTMLFormElement): boolean => controlsOf(form).filter(isWritten).every((control) => control.value.trim() === '')

export const isSame = (one: Said, other: Said): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Pressed as a finger would, so that what counts the ticks counts it too; and what it is folded into opens. */
function choose(control: HTMLInputElement, isChosen: boolean) {
  if (isChosen !== control.checked && (isChosen || control.type === 'checkbox')) control.click()
  const fold = control.closest('details')
  if (isChosen && fold) fold.open = true
}

/** Puts it back where it stood. What is not in the form any more (a criterion that is met by now) stays out. */
export function putBack(form: HTMLFormElement, said: Said) {
  for (const control of controlsOf(form)) {
    if (isChoice(control)) choose(control, said.some(([name, value]) => name === control.name && value === control.value))
    else control.value = said.find(([name]) => name === control.name)?.[1] ?? control.value
  }
  // For what is drawn from the fields: values that are set say nothing by themselves.
  form.dispatchEvent(new Event('putback'))
}

/** A field that comes later than its form did gets back what was written in it. */
export function putBackLate(form: HTMLFormElement, added: readonly Node[], said: Said) {
  for (const control of controlsOf(form)) {
    if (isWritten(control) && control.value === '' && added.some((node) => node.contains(control))) control.value = said.find(([name]) => name === control.name)?.[1] ?? ''
  }
}
