/** Whom and what a story is about, as its words need them; names in running text are first names. */
export type Cast = {
  readonly ref: string;
  readonly citizen: string;
  readonly lead: string;
  readonly guest: string;
  readonly department: string;
  readonly manager: string;
  readonly standIn: string;
  /** What stands on a button of the card in question, by its verb; a few words for it where it cannot be read. */
  readonly button: (verb: string) => string;
  /** The same for what has to be pressed first to get there. */
  readonly opener: (verb: string) => string;
};

export type StepWords = { readonly task: (c: Cast) => string; readonly done: (c: Cast) => string };
type StoryWords = {
  readonly title: string;
  readonly teaser: string;
  readonly endTitle: string;
  readonly end: (c: Cast) => string;
};

export type StoryName = 'called' | 'hindered' | 'moved';
export type StepName =
  | 'workday'
  | 'pathway'
  | 'form'
  | 'call'
  | 'answer'
  | 'meeting'
  | 'hinder'
  | 'reply'
  | 'manage'
  | 'name'
  | 'accept'
  | 'moveForm'
  | 'move'
  | 'answerAgain';

export type TourWords = {
  readonly label: string;
  readonly open: string;
  readonly goOn: string;
  readonly story: (n: number, of: number) => string;
  readonly step: (n: number, of: number) => string;
  readonly youAre: (name: string) => string;
  readonly at: (title: string, department: string) => string;
  readonly showMe: string;
  readonly showing: string;
  readonly next: string;
  readonly toStory: (title: string) => string;
  readonly finish: string;
  readonly again: string;
  readonly leave: string;
  readonly what: string;
  readonly stuck: string;
  readonly late: string;
  readonly fresh: string;
  readonly thatButton: string;
  readonly start: (title: string) => string;
  readonly stories: Readonly<Record<StoryName, StoryWords>>;
  readonly steps: Readonly<Record<StepName, StepWords>>;
};

export const tourDa: TourWords = {
  label: 'Rundvisning',
  open: 'Rundvisning',
  goOn: 'Fortsæt rundvisningen',
  story: (n, of) => `Historie ${n} af ${of}`,
  step: (n, of) => `Trin ${n} af ${of}`,
  youAre: (name) => `Du er ${name}`,
  at: (title, department) => `${title}, ${department}`,
  showMe: 'Vis mig',
  showing: 'Viser …',
  next: 'Videre',
  toStory: (title) => `Næste: ${title}`,
  finish: 'Færdig',
  again: 'Begynd forfra',
  leave: 'Forlad rundvisningen',
  what: 'Det skete',
  stuck: 'Kortet, som trinnet handler om, står her ikke længere. Begynd historien forfra, så finder vi et nyt.',
  late: 'Det tager et øjeblik. Bliver det ved, så stil uret til næste arbejdsdag: Rød Tråd skriver kun i arbejdstiden.',
  fresh:
    'Vil I begynde helt forfra med en frisk kommune, så stop scenen i terminalen og skriv: npm run demo -- --fresh',
  thatButton: 'knappen',
  start: (title) => `Begynd: ${title}`,
  stories: {
    called: {
      title: 'Et møde bliver indkaldt',
      teaser: 'Tovholderen samler teamet om borgeren, og en kollega svarer.',
      endTitle: 'Mødet er i gang med at samle sig',
      end: (c) =>
        `Ingen ringede rundt, og ${c.lead} skal ikke huske at rykke. Den, der ikke svarer, bliver mindet om det to gange i arbejdstiden, og først derefter bliver lederen spurgt. Tryk »Gå dertil« ved uret, hvis I vil se det ske.`,
    },
    hindered: {
      title: 'En er forhindret',
      teaser: 'En kollega kan ikke komme, men afdelingen skal stadig være med.',
      endTitle: 'Mødet holder',
      end: (c) =>
        `Nogle få tryk hos dem, det angår, og så ved ${c.lead}, hvem der kommer. ${c.citizen} slipper for et møde, hvor den, der kan beslutte, mangler.`,
    },
    moved: {
      title: 'En dato flytter sig',
      teaser: 'Borgeren kan ikke den dag. Mødet flytter, og alle svarer på ny.',
      endTitle: 'Alle ved det samme',
      end: () =>
        'Én flyttede datoen, og alle kort i alle chats siger det samme. Ingen møder op på den forkerte dag, og ingen gammel invitation ligger og venter på et svar.',
    },
  },
  steps: {
    workday: {
      task: () =>
        'På scenen er det uden for arbejdstid, og Rød Tråd skriver ikke til folk om aftenen eller i weekenden. Stil uret til næste arbejdsdag.',
      done: () => 'Nu er det morgen i Tråby, og folk er på arbejde.',
    },
    pathway: {
      task: (c) => `${c.lead} er tovholder for ${c.citizen} og vil se forløbet. Skriv »forløb ${c.ref}« i chatten.`,
      done: (c) =>
        `Her er ${c.citizen}s forløb: hvem der er i teamet, hvilke møder der er, og hvad man kan gøre herfra. For alle andre end dem, der har lov, findes det ikke.`,
    },
    form: {
      task: (c) => `Teamet skal mødes. Tryk ${c.button('meeting.form')} på kortet.`,
      done: () =>
        'Formularen er udfyldt så langt, den kan. Læg mærke til, at hver i teamet får at vide, hvorfor netop de er inviteret.',
    },
    call: {
      task: (c) =>
        `Se formularen igennem. Skriv et sted, sæt hak ved, at tiden er aftalt med ${c.citizen}, og tryk ${c.button('meeting.call')}.`,
      done: (c) =>
        `Hver i teamet har fået sin egen invitation i sin egen chat, og kortet hos ${c.lead} viser, hvem der har svaret. ${c.citizen} blev spurgt først: uden den aftale kan mødet ikke sendes.`,
    },
    answer: {
      task: (c) => `Læs, hvorfor netop ${c.guest} er inviteret. Tryk ${c.button('invitation.come')}.`,
      done: (c) =>
        `Svaret står straks på kortet hos ${c.lead}. Læg mærke til, at der ikke er noget blankt nej: man kommer, sender en kollega eller siger, at man er forhindret.`,
    },
    meeting: {
      task: (c) =>
        `Historien begynder med et møde, og lige nu er der ikke et, vi kan bruge. Tryk »Vis mig«, så indkalder ${c.lead} et, eller gør det selv som i første historie.`,
      done: (c) => `${c.lead} har indkaldt teamet, og ${c.guest} er inviteret.`,
    },
    hinder: {
      task: (c) =>
        `${c.guest} kan ikke komme. Tryk ${c.opener('invitation.hindered')}, vælg, hvad der er i vejen, og tryk ${c.button('invitation.hindered')}.`,
      done: (c) =>
        `Mere skal ${c.guest} ikke sige, og ingen vurderer grunden. ${c.lead} har fået ét spørgsmål: klarer I jer, eller skal en anden med?`,
    },
    reply: {
      task: (c) => `${c.lead} har brug for, at ${c.department} er med. Tryk ${c.button('hindered.somebody')}.`,
      done: (c) =>
        `Rød Tråd har spurgt ${c.manager}. Det er lederen, der sørger for, at afdelingen er repræsenteret. ${c.lead} skal ikke selv ringe rundt.`,
    },
    manage: {
      task: (c) => `${c.lead} har brug for, at ${c.department} er med. Tryk ${c.button('hindered.somebody')}.`,
      done: () =>
        `I valgte, at I klarer jer, og så bliver ingen spurgt. Begynd forfra, hvis I vil se, hvordan lederen finder en anden.`,
    },
    name: {
      task: (c) =>
        `${c.manager} er leder. Vælg en, der kan beslutte på afdelingens vegne, og tryk ${c.button('representation.name')}.`,
      done: (c) => `${c.standIn} er spurgt i sin egen chat og ser kun det ene møde, ikke resten af forløbet.`,
    },
    accept: {
      task: (c) => `Nu er det ${c.standIn}, der svarer. Tryk ${c.button('stand-in.accept')}.`,
      done: (c) => `${c.department} er repræsenteret, og kortet hos ${c.lead} siger, hvem der kommer.`,
    },
    moveForm: {
      task: (c) =>
        `${c.citizen} har fået noget andet den dag. Tryk ${c.button('meeting.move-form')} på mødekortet hos ${c.lead}.`,
      done: () => 'Formularen viser den tid, mødet har nu. Kun det, der skal ændres, skal skrives.',
    },
    move: {
      task: (c) =>
        `Vælg en anden dag, sæt hak ved, at den er aftalt med ${c.citizen}, og tryk ${c.button('meeting.move')}.`,
      done: () =>
        'Alle er spurgt igen. Et ja til den gamle tid er ikke et ja til den nye, så de gamle svar tæller ikke længere.',
    },
    answerAgain: {
      task: (c) => `Invitationen siger, hvornår mødet var før. Tryk ${c.button('invitation.come')}.`,
      done: (c) => `Svaret gælder den nye tid, og kortet hos ${c.lead} følger med.`,
    },
  },
};
