/**
 * Words and phrases that may be something to hand on (SG-22). They only ever suggest, on the writer's own device. Whole words, in any case, with or
 * without apostrophes and hyphens; "he never hit me" is noticed as well, for what somebody denies may be what they need to say. Ours, with the words
 * young people here use; looked over once a year, and by young people before the list is changed.
 */
export type Group = { name: string; /** Why these, to whoever wrote one of them. */ why: string; phrases: readonly string[]; /** Longer ones that mean something else. */ unless?: readonly string[] }

const self = ['myself', 'himself', 'herself', 'themself', 'themselves', 'yourself']
const them = ['me', 'him', 'her', 'them', 'us', 'my mum', 'my dad', 'my brother', 'my sister', 'mum']
const each = (verbs: readonly string[], whom: readonly string[]) => verbs.flatMap((verb) => whom.map((one) => `${verb} ${one}`))

export const groups: readonly Group[] = [
  {
    name: 'not wanting to be here', why: 'It may be about somebody who does not want to live. That is always one to hand on, today.',
    phrases: [...each(['kill', 'killed', 'killing', 'unalive', 'hang', 'hanged'], self), 'kms', 'kys', 'suicide', 'suicidal', 'unalive', 'end my life', 'end his life', 'end her life', 'end their life', 'end it all', 'take my own life', 'took his own life', 'took her own life',
      'want to die', 'wants to die', 'wanted to die', 'wanna die', 'wish i was dead', 'wish i were dead', 'wishes she was dead', 'wishes he was dead', 'better off dead', 'better off without me', 'better off without him', 'better off without her',
      'don’t want to be here', 'doesn’t want to be here', 'didn’t want to be here', 'not want to be here', 'don’t wanna be here', 'not be here any more', 'not be here anymore', 'was not here', 'wasn’t here any more', 'wasn’t here anymore', 'no point living', 'no point in living',
      'no reason to live', 'overdose', 'overdosed', 'want to disappear', 'wants to disappear', 'goodbye letter', 'goodbye note'],
    unless: ['suicide squad', 'was not here today', 'was not here yesterday', 'was not here last week', 'was not here on monday', 'was not here on tuesday', 'was not here on wednesday', 'was not here on thursday', 'was not here on friday', 'don’t want to be here late', 'kill myself laughing', 'killed myself laughing', 'killing myself laughing'],
  },
  {
    name: 'hurting yourself', why: 'It may be about somebody who hurts themself. You cannot carry that alone, and nobody is in trouble for it.',
    phrases: [...each(['cut', 'cuts', 'cutting', 'hurt', 'hurts', 'hurting', 'burn', 'burns', 'burning', 'starve', 'starves', 'starving', 'harm', 'harms', 'harming'], self), ...each(['cut', 'cuts', 'cutting'], self.map((one) => `${one} on purpose`)), 'self harm', 'self harms', 'self harmed', 'self harming', 'selfharm', 'selfharming', 'cutting again', 'cuts on my arm', 'cuts on my arms',
      'cuts on his arm', 'cuts on his arms', 'cuts on her arm', 'cuts on her arms', 'cuts on my legs', 'cuts on her legs', 'makes herself sick', 'makes himself sick', 'make myself sick', 'making myself sick', 'made myself sick', 'making herself sick'],
    unless: [...each(['cut', 'cuts', 'cutting'], ['myself shaving', 'himself shaving', 'herself shaving', 'myself some slack', 'yourself some slack', 'themselves some slack', 'myself on', 'himself on', 'herself on', 'myself a slice', 'herself a slice', 'myself a piece']), 'hurt myself playing', 'hurt himself playing', 'hurt herself playing', 'hurt myself at football', 'hurt himself at football', 'hurt herself at football', 'hurt myself at training', 'hurt himself at training', 'hurt herself at training', 'burn myself out', 'burning myself out', 'burn yourself out'],
  },
  {
    name: 'somebody hurts them', why: 'It may be about somebody who is being hurt. An adult can help to make it stop.',
    phrases: [...each(['hit', 'hits', 'hitting', 'beat', 'beats', 'beating', 'punched', 'punches', 'slapped', 'slaps', 'kicked', 'kicks', 'choked', 'chokes', 'strangled', 'strangles', 'bangs', 'banged', 'hurts'], them.filter((one) => one !== 'us')), 'bruise', 'bruises', 'bruised', 'black eye', 'scared to go home', 'afraid to go home', 'scared of going home', 'don’t want to go home', 'doesn’t want to go home', 'not want to go home',
      'scared of my dad', 'scared of my mum', 'scared of his dad', 'scared of his mum', 'scared of her dad', 'scared of her mum', 'scared of my stepdad', 'scared of her stepdad', 'scared of his stepdad', 'locks me in', 'locked me in', 'locks her in', 'locks him in', 'threw me against', 'pushed me down the stairs', 'kicked me out', 'chucked me out', 'chucked him out', 'chucked her out'],
    unless: [...each(['hit', 'hits'], ['me up', 'him up', 'her up', 'them up', 'me with a question', 'me with questions', 'her stride', 'her target', 'her targets', 'her goal']), 'it hit me that', 'it hit me how', 'it hit me hard that', ...each(['beat', 'beats', 'beating'], [...['me', 'him', 'her', 'them'].flatMap((one) => ['chess', 'fifa', 'football', 'uno', 'cards', 'pool', 'table tennis', 'mario kart', 'it'].map((game) => `${one} at ${game}`)), 'them two nil', 'me to it', 'him to it', 'her to it', 'me how', 'her record', 'her best', 'her time', 'her score']),
      ...each(['kicked', 'kicks'], ['me out of the game', 'me out of the lobby', 'me out of the chat', 'me out of the group chat', 'me out of the server', 'him out of the game', 'her out of the chat', 'me off the server', 'me under the table', 'me the ball', 'him the ball', 'her the ball']), 'bruised apple', 'bruised ego', 'hurts me to say', 'punched her ticket', 'slaps me as'],
  },
  {
    name: 'touching, or pictures', why: 'It may be about touching that was not wanted, or about pictures. Nobody has to show anybody anything.',
    phrases: [...each(['touched', 'touches', 'touching', 'groped', 'gropes', 'raped'], ['me', 'him', 'her', 'them']), 'rape', 'raped', 'sexually', 'molested', 'nudes', 'nude pic', 'nude pics', 'a nude', 'dick pic', 'dick pics', 'asked for pics', 'asks for pics', 'asking for pics', 'asked me for pics', 'asks me for pics', 'send pics', 'send him pics', 'send her pics', 'sent him pics', 'sent her pics', 'sextortion', 'groomed', 'grooming', 'nonce', 'paedo', 'pedo', 'made me do things', 'made her do things', 'made him do things', 'forced me to'],
    unless: ['really touched me', 'story touched me', 'that touched me', 'words touched me', 'touched me that', 'touched her lunch', 'touched her food', 'touched his food', 'touching her toes', 'touched her toes', 'dog grooming', 'grooming the dog', 'grooming a dog', 'grooming horses', 'grooming the horse', 'rape seed', 'forced me to eat my greens', 'forced me to join in', 'send pics of the trip', 'send pics of our trip', 'send pics from the trip'],
  },
  {
    name: 'being used by older people', why: 'It may be about somebody who is made to carry, hold or sell things, or who owes money. It is not their fault, and there are people who get them out.',
    phrases: ['county lines', 'going cunch', 'go cunch', 'went cunch', 'up cunch', 'in cunch', 'going country', 'went country', 'trap house', 'trapping', 'in the bando', 'shotting', 'shot for them', 'shots for them', 'holding it for', 'hold it for him', 'hold it for them', 'holding something for', 'carry it for him', 'carry it for them', 'carrying it for', 'carrying for', 'drops for', 'drop it off for', 'the olders', 'his olders', 'her olders', 'owes them money', 'owe them money', 'owes him money', 'owe him money', 'in debt to', 'pay them back or', 'new trainers and a phone', 'older boyfriend', 'older man', 'older men'],
    unless: ['trapping the ball', 'trapping a ball', 'holding it for a photo', 'holding it for the photo', 'holding it for the camera'],
  },
  {
    name: 'knives and threats', why: 'It may be about a weapon or a threat. An adult has to know before anybody is near it.',
    phrases: ['carries a knife', 'carrying a knife', 'carry a knife', 'has a knife', 'got a knife', 'had a knife', 'pulled a knife', 'knife on him', 'knife on her', 'knife on them', 'knife in his bag', 'knife in her bag', 'knife to school', 'zombie knife', 'rambo knife', 'machete', 'shank', 'shanked', 'stab', 'stabbed', 'stabbing', 'chinged', 'ching him', 'got chinged', 'has a gun', 'got a gun', 'had a gun', 'gonna kill', 'going to kill', 'threatened to kill', 'ride out on', 'acid attack'],
    unless: ['stab in the dark', 'had a stab at', 'have a stab at', 'a stab at', 'lamb shank', 'my mum is going to kill me', 'mum is gonna kill me', 'mum’s gonna kill me', 'dad’s gonna kill me', 'mum’s going to kill me', 'dad’s going to kill me', 'miss is gonna kill me', 'got a gun in fortnite', 'has a gun in the game', 'had a knife and fork', 'has a knife and fork', 'got a knife and fork'],
  },
  {
    name: 'blackmail, and people met online', why: 'It may be about somebody who is pressed or threatened online. It can be stopped, and pictures can be taken down.',
    phrases: ['blackmail', 'blackmailed', 'blackmailing', 'blackmails', 'threatening to post', 'threatened to post', 'threatens to post', 'leak my', 'leaked my', 'leaked her', 'leaked his', 'leak her', 'leak his', 'send it to everyone', 'sent it to everyone', 'send them to everyone', 'met him online', 'met her online', 'met someone online', 'met them online', 'someone she met online', 'someone he met online', 'wants to meet up', 'never met in real life', 'fake account', 'turn on my camera', 'turn on her camera', 'turn my camera on'],
    unless: ['sent it to everyone in the group project'],
  },
  {
    name: 'not being looked after', why: 'It may be about somebody who does not have what they need at home. There is help for that, and it is given quietly.',
    phrases: ['nothing to eat', 'no food at home', 'no food in the house', 'no food in', 'hasn’t eaten', 'has not eaten', 'haven’t eaten', 'have not eaten', 'not eaten since', 'always hungry', 'no money for lunch', 'no money for food', 'no electric', 'no heating', 'no hot water', 'nobody at home', 'no one at home', 'home alone for days', 'left on his own all', 'left on her own all', 'left on my own all', 'sofa surfing', 'sleeping rough', 'nowhere to sleep', 'nowhere to stay', 'nowhere to live', 'same clothes every', 'drunk every', 'passed out drunk', 'looks after her mum', 'looks after his mum', 'look after my mum'],
    unless: ['hasn’t eaten yet', 'haven’t eaten yet', 'have not eaten yet', 'has not eaten yet', 'no food in class', 'no food in lessons', 'no food in the library', 'no food in here', 'no heating in the hall', 'no heating at school'],
  },
  {
    name: 'made to marry, sent away, or cut', why: 'It may be about a marriage or a journey somebody did not choose. It is against the law to make them, and adults know what to do without telling the family first.',
    phrases: ['forced marriage', 'forced to marry', 'make me marry', 'making me marry', 'makes me marry', 'make her marry', 'making her marry', 'made to marry', 'have to marry', 'has to marry', 'get married abroad', 'fgm', 'send me back to marry', 'bring shame', 'brought shame', 'bringing shame', 'honour killing'],
  },
  {
    name: 'asked to keep it secret', why: 'Somebody may have asked you to keep something to yourself. You can be a good friend, and still not keep this one alone.',
    phrases: ['promised not to tell', 'promise not to tell', 'made me promise', 'made me swear', 'swore me to secrecy', 'told me not to tell', 'asked me not to tell', 'not to tell anyone', 'not to tell anybody', 'don’t tell anyone', 'don’t tell anybody', 'can’t tell anyone', 'can’t tell anybody', 'our secret', 'keep it a secret', 'keep it secret'],
    unless: ['don’t tell anyone about the party', 'don’t tell anyone about the surprise', 'keep it secret for her birthday', 'keep it a secret until her birthday', 'keep it a secret for her birthday', 'our secret santa', 'made me promise to come', 'made me promise to bring'],
  },
]
