import type { Picture } from './body.ts'
import { box, mirrored, shape, type Drawing, type Point } from './body-shapes.ts'

const width = 320
/** A figure like a jointed wooden one: soft parts side by side, nobody in particular. What is drawn for one side is mirrored for the other. */
const limbs: Record<string, Point[]> = {
  shoulder: [[121, 132], [98, 139], [80, 158], [76, 186], [108, 186], [113, 160]],
  upper_arm: [[75, 189], [108, 189], [103, 251], [71, 251]],
  elbow: [[70, 254], [103, 254], [100, 284], [67, 284]],
  forearm: [[66, 287], [100, 287], [90, 352], [61, 352]],
  hand: [[60, 355], [90, 355], [94, 384], [86, 414], [66, 418], [54, 394]],
  thigh: [[104, 364], [157, 368], [152, 466], [109, 466]],
  knee: [[109, 469], [152, 469], [149, 503], [111, 503]],
  lower_leg: [[110, 506], [149, 506], [142, 602], [115, 602]],
  foot: [[113, 605], [143, 605], [147, 630], [140, 648], [104, 650], [100, 636]],
}
const front: Record<string, Point[]> = { ...limbs, chest: [[158, 132], [124, 133], [115, 162], [112, 214], [158, 216]], hip: [[108, 306], [158, 306], [158, 318], [139, 320], [141, 364], [104, 360]] }
const back: Record<string, Point[]> = { ...limbs, upper_back: front.chest!, buttock: [[107, 306], [158, 306], [158, 364], [128, 365], [103, 360]] }
const head: Point[] = [[142, 12], [178, 12], [196, 38], [193, 76], [176, 104], [144, 104], [127, 76], [124, 38]]
const neck = box(141, 107, 179, 129)
const trunk: Point[] = [[112, 219], [208, 219], [202, 262], [211, 303], [109, 303], [118, 262]]

/** On the front their right side is on the left of the picture; on the back it is not. */
const sides = (picture: Picture, drawn: Record<string, Point[]>, near: 'right' | 'left') => Object.entries(drawn).flatMap(([name, points]) => [
  shape(picture, `${near}_${name}`, points), shape(picture, `${near === 'right' ? 'left' : 'right'}_${name}`, mirrored(points, width)),
])

const faceWidth = 260
const cheek: Point[] = [[54, 176], [107, 176], [106, 220], [100, 262], [78, 246], [58, 214]]
const ear: Point[] = [[34, 138], [51, 132], [51, 208], [38, 202], [27, 170]]
const dome: Point[] = [[56, 94], [62, 48], [98, 16], [162, 16], [198, 48], [204, 94]]
const twice = (picture: Picture, name: string, points: Point[], near: 'right' | 'left') => [shape(picture, `${near}_${name}`, points), shape(picture, `${near === 'right' ? 'left' : 'right'}_${name}`, mirrored(points, faceWidth))]

/** Fingers up, the thumb on the right of the picture: a right palm, or the back of a left hand. */
const fingers: Record<string, Point[]> = {
  little_finger: box(24, 96, 56, 172), ring_finger: box(59, 58, 92, 172), middle_finger: box(95, 42, 128, 172), index_finger: box(131, 60, 164, 172),
  thumb: [[170, 196], [194, 146], [218, 154], [208, 196], [176, 240]], wrist: [[58, 268], [150, 268], [148, 304], [60, 304]],
}
const palm: Point[] = [[24, 176], [166, 176], [170, 216], [150, 265], [56, 265], [32, 228]]
const aHand = (picture: Picture, side: 'right' | 'left', middle: string, isMirrored: boolean): Drawing => ({
  width: 230, height: 312,
  shapes: Object.entries({ ...fingers, [middle]: palm }).map(([name, points]) => shape(picture, `${side}_${name}`, isMirrored ? mirrored(points, 230) : points, 14)),
})

/** Toes up, the big toe on the left of the picture: the top of a right foot, or a left sole. */
const toes: Record<string, Point[]> = { big_toe: box(40, 18, 88, 86), small_toes: [[92, 30], [126, 34], [156, 52], [178, 84], [172, 100], [92, 88]], middle_of_the_foot: [[40, 90], [90, 92], [172, 104], [168, 164], [152, 224], [66, 224], [46, 156]] }
const aFoot = (picture: Picture, side: 'right' | 'left', end: string, isMirrored: boolean): Drawing => ({
  width: 220, height: 304,
  shapes: Object.entries({ ...toes, [end]: [[66, 227], [152, 227], [154, 266], [134, 292], [84, 292], [64, 266]] as Point[] }).map(([name, points]) => shape(picture, `${side}_${name}`, isMirrored ? mirrored(points, 220) : points, 16)),
})

export const drawings: Record<Picture, Drawing> = {
  front: { width, height: 660, shapes: [shape('front', 'head', head, 22), shape('front', 'neck', neck, 8), ...sides('front', front, 'right'), shape('front', 'tummy', trunk), shape('front', 'private_parts', [[143, 323], [177, 323], [173, 364], [147, 364]])] },
  back: { width, height: 660, shapes: [shape('back', 'head', head, 22), shape('back', 'neck', neck, 8), ...sides('back', back, 'left'), shape('back', 'lower_back', trunk)] },
  face: {
    width: faceWidth, height: 310,
    shapes: [shape('face', 'top_of_the_head', dome, 26), shape('face', 'forehead', box(55, 97, 205, 130), 8), ...twice('face', 'eye', box(54, 133, 112, 173), 'right'), ...twice('face', 'ear', ear, 'right'), ...twice('face', 'cheek', cheek, 'right'),
      shape('face', 'nose', [[115, 133], [145, 133], [151, 220], [109, 220]]), shape('face', 'mouth', [[109, 223], [151, 223], [157, 264], [103, 264]], 10), shape('face', 'chin', [[84, 267], [176, 267], [158, 294], [102, 294]])],
  },
  head_back: { width: faceWidth, height: 310, shapes: [shape('head_back', 'top_of_the_head', dome, 26), ...twice('head_back', 'back_of_the_head', [[55, 97], [128, 97], [128, 222], [86, 222], [60, 190]], 'left'), ...twice('head_back', 'ear', ear, 'left'), shape('head_back', 'nape', [[86, 225], [174, 225], [180, 292], [80, 292]])] },
  right_palm: aHand('right_palm', 'right', 'palm', false), right_hand: aHand('right_hand', 'right', 'back_of_the_hand', true),
  left_palm: aHand('left_palm', 'left', 'palm', true), left_hand: aHand('left_hand', 'left', 'back_of_the_hand', false),
  right_foot: aFoot('right_foot', 'right', 'ankle', false), right_sole: aFoot('right_sole', 'right', 'heel', true),
  left_foot: aFoot('left_foot', 'left', 'ankle', true), left_sole: aFoot('left_sole', 'left', 'heel', false),
}
export const shapeOf = (picture: Picture, key: string) => drawings[picture].shapes.find((one) => one.key === key)
