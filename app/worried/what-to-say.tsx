import { Sheet } from '#app/ui/sheet.tsx'

/** For somebody who was told something: what to say back, what stays between the two, and what cannot. */
export const WhatToSay = () => (
  <Sheet aria-labelledby="what-to-say">
    <h2 id="what-to-say" className="h3">What you can say to them</h2>
    <ul className="next-steps">
      <li>“Thank you for telling me. I believe you.”</li>
      <li>“I can’t keep this one to myself, because I want you to be safe.”</li>
      <li>“I am going to tell an adult who can help. You can come with me.”</li>
    </ul>
    <p className="small"><b>Stays between you:</b> what they like, a bad day, who they fell out with. <b>Cannot stay:</b> somebody is hurt or not safe, hurts themself, or asks you to keep a secret like that.</p>
    <p className="small soft">You do not have to ask more, check if it is true, or look at anything.</p>
  </Sheet>
)
