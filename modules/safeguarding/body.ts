/** The places of a body that a mark can be on, by the picture they are drawn in. "Left" and "right" are the young person's own. */
export const pictures = [
  { key: 'front', view: 'Front', label: 'Front of the body' },
  { key: 'back', view: 'Back', label: 'Back of the body' },
  { key: 'face', view: 'Head', label: 'Face and head' },
  { key: 'head_back', view: 'Head', label: 'Back of the head' },
  { key: 'right_palm', view: 'Hands', label: 'Right hand, palm' },
  { key: 'right_hand', view: 'Hands', label: 'Right hand, back' },
  { key: 'left_palm', view: 'Hands', label: 'Left hand, palm' },
  { key: 'left_hand', view: 'Hands', label: 'Left hand, back' },
  { key: 'right_foot', view: 'Feet', label: 'Right foot, top' },
  { key: 'right_sole', view: 'Feet', label: 'Right foot, sole' },
  { key: 'left_foot', view: 'Feet', label: 'Left foot, top' },
  { key: 'left_sole', view: 'Feet', label: 'Left foot, sole' },
] as const
export type Picture = typeof pictures[number]['key']

export type Place = { key: string; picture: Picture; name: string }
const of = (picture: Picture, names: readonly string[], tail: string): Place[] => names.map((name) => ({ key: `${picture}.${name.replaceAll(' ', '_')}`, picture, name: tail ? `${name}, ${tail}` : name }))
const both = (...names: string[]) => names.flatMap((name) => [`right ${name}`, `left ${name}`])

const hand = (side: 'right' | 'left', picture: Picture, middle: string, tail: string) => of(picture, [`${side} thumb`, `${side} index finger`, `${side} middle finger`, `${side} ring finger`, `${side} little finger`, `${side} ${middle}`, `${side} wrist`], tail)
const foot = (side: 'right' | 'left', picture: Picture, ends: string, tail: string) => of(picture, [`${side} big toe`, `${side} small toes`, `${side} middle of the foot`, `${side} ${ends}`], tail)

export const places: readonly Place[] = [
  ...of('front', ['head', 'neck', ...both('shoulder', 'chest', 'upper arm', 'elbow', 'forearm', 'hand'), 'tummy', ...both('hip'), 'private parts', ...both('thigh', 'knee', 'lower leg', 'foot')], 'front'),
  ...of('back', ['head', 'neck', ...both('shoulder', 'upper back', 'upper arm', 'elbow', 'forearm', 'hand'), 'lower back', ...both('buttock', 'thigh', 'knee', 'lower leg', 'foot')], 'back'),
  ...of('face', ['top of the head', 'forehead', ...both('eye', 'ear', 'cheek'), 'nose', 'mouth', 'chin'], ''),
  ...of('head_back', ['top of the head', ...both('back of the head', 'ear'), 'nape'], 'from behind'),
  ...hand('right', 'right_palm', 'palm', 'palm side'), ...hand('right', 'right_hand', 'back of the hand', 'back of the hand'),
  ...hand('left', 'left_palm', 'palm', 'palm side'), ...hand('left', 'left_hand', 'back of the hand', 'back of the hand'),
  ...foot('right', 'right_foot', 'ankle', 'top'), ...foot('right', 'right_sole', 'heel', 'sole'),
  ...foot('left', 'left_foot', 'ankle', 'top'), ...foot('left', 'left_sole', 'heel', 'sole'),
]
export const placeOf = (key: string): Place | undefined => places.find((place) => place.key === key)
