import { answerAlone } from './answer-alone.ts'
import { soundAnew } from './sound-anew.ts'

// A container says when it was made. That is nobody's to know, so it is made at no time.
Date.now = () => 0
await answerAlone(soundAnew)
