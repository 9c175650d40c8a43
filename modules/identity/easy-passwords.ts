/**
 * What people choose most (the public lists of breached passwords, by their stems), and what they would choose here. Long passwords that
 * are only these, once or twice, with digits around them, are guessed first. Kept with the code: nobody's password is sent anywhere to ask.
 */
export const commonStems: ReadonlySet<string> = new Set(`
password passwort passw pass word passcode secret letmein welcome hello login signin admin administrator root user test testing guest master
changeme default access open sesame opensesame trustno trust whatever nothing something iloveyou loveyou iloveu love lovely lover loveme
qwerty qwertyuiop qwertyui qwert asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsx qazwsxedc qweasd qweasdzxc azerty azertyuiop poiuyt
abc abcd abcde abcdef abcdefg abcdefgh abcdefghijkl abcabc aaaa aaaaaa xxxx xxxxxx zzzz
dragon monkey shadow sunshine princess football baseball basketball hockey soccer cricket rugby superman batman spiderman starwars pokemon minecraft
fortnite roblox naruto pikachu mickey donald cookie chocolate banana orange apple cheese pepper ginger summer winter spring autumn monday friday
january february march april june july august september october november december freedom forever flower butterfly purple yellow silver golden
diamond angel angels heaven jesus christ jordan michael jessica jennifer charlie thomas daniel george harry william jack oliver matthew andrew
joshua ashley nicole hannah samantha amanda robert anthony richard james david joseph maggie buster tigger bailey hunter killer ranger soldier
computer internet samsung google facebook instagram youtube tiktok snapchat whatsapp iphone android windows microsoft apple network server
school college student teacher pupil class classroom homework maths english science riverside harbour eastside academy youth club youthclub
belay mentor mentors mentoring mentee supervision safeguarding moremorementors morethanmentors rope climbing climber trainer coordinator
liverpool arsenal chelsea everton manchester united manchesterunited manutd tottenham celtic rangers london england britain scotland wales cardiff
mustang ferrari porsche mercedes corvette harley yamaha honda
baby babygirl babyboy mummy daddy mother father family friend friends bestfriend bestfriends brother sister
correcthorsebatterystaple horsebatterystaple letmeinplease pleaseletmein passwordpassword thisisapassword thisismypassword mypassword mypass yourpassword newpassword
`.trim().split(/\s+/))
