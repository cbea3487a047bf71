import type { Right, Standing } from '../../bot/people/rights';

type InBothLanguages = { readonly da: string; readonly en: string };

/** What somebody is to a matter, in words for whoever is no programmer. */
export const standings: Readonly<Record<Standing, InBothLanguages>> = {
  lead: { da: 'tovholderen', en: 'the case lead' },
  'co-lead': { da: 'medtovholderen', en: 'the co-lead' },
  team: {
    da: 'fagpersonerne i teamet, når der er grundlag for at dele med deres afdeling',
    en: 'the professionals of the team, where there is ground for sharing with their department',
  },
  'case-administrator': {
    da: 'den sagsansvarlige i den afdeling, som forløbet er forankret i',
    en: 'the case administrator of the department that the pathway is anchored in',
  },
  invited: { da: 'den, der er indkaldt til det ene møde', en: 'whoever is invited to the one meeting' },
  'stand-in': {
    da: 'kollegaen, der er bedt om at komme i stedet, indtil mødet er afsluttet',
    en: 'the colleague asked to come instead, until the meeting is closed',
  },
  role: {
    da: 'mødelederen, facilitatoren og referenten på det ene møde',
    en: 'whoever leads the one meeting, facilitates it or takes its notes',
  },
  owner: {
    da: 'den, der selv har påtaget sig eller fået opgaven, eller som tager kurset',
    en: 'whoever has taken on the task, or has been given it, or takes the course',
  },
  voter: { da: 'den, der har en stemme i det ene forslag', en: 'whoever has a voice in the one proposal' },
  'once-voter': {
    da: 'den, der havde en stemme i det ene forslag og siden har forladt teamet',
    en: 'whoever had a voice in the one proposal and has left the team since',
  },
  adviser: {
    da: 'den, der er spurgt til råds om det ene forslag',
    en: 'whoever is asked for advice on the one proposal',
  },
  ruler: { da: 'lederen, der har fået det ene forslag forelagt', en: 'the leader whom the one proposal is put before' },
  asked: { da: 'den, spørgsmålet er stillet til', en: 'whoever the question is put to' },
  manager: {
    da: 'lederne over den, det gælder, og deres stedfortrædere, når de er væk',
    en: 'the leaders above whom it concerns, and their deputies while they are away',
  },
  administrator: { da: 'den systemansvarlige', en: 'the administrator' },
  learner: {
    da: 'den nye medarbejder, hvis onboarding det er',
    en: 'the new colleague whose onboarding it is',
  },
  mentor: {
    da: 'den, der har sagt ja til at være mentor for den nye',
    en: 'whoever has said yes to being the new colleague’s mentor',
  },
  'onboarding-lead': { da: 'den onboardingansvarlige', en: 'the onboarding lead' },
  staff: { da: 'enhver ansat, om sit eget', en: 'anybody employed, for what is their own' },
};

/** What the right is to do. */
export const rights: Readonly<Record<Right, InBothLanguages>> = {
  'pathway.see': { da: 'Se et forløb, dets team og dets møder', en: 'See a pathway with its team and meetings' },
  'pathway.begin': { da: 'Begynde et forløb og blive dets tovholder', en: 'Begin a pathway, and lead it' },
  'pathway.change': {
    da: 'Ændre team, medtovholder, eksterne, sagsnumre og familielinks; afslutte forløbet',
    en: 'Change the team, co-lead, externals, case numbers and links of a family; end the pathway',
  },
  'seat.own': { da: 'Holde pause, komme tilbage og gå ud af teamet', en: 'Rest in the team, come back, leave it' },
  'ground.register': {
    da: 'Notere samtykke eller andet grundlag for at dele',
    en: 'Note consent or another ground for sharing',
  },
  'ground.withdraw': {
    da: 'Notere, at borgeren har trukket sit samtykke tilbage',
    en: 'Note that the citizen has taken a consent back',
  },
  'mandate.write': {
    da: 'Skrive, hvad afdelingens kolleger må beslutte på et møde',
    en: "Write what the department's colleagues may decide at a meeting",
  },
  'meeting.see': {
    da: 'Se ét møde, hvem der er indkaldt, og hvad de svarede',
    en: 'See one meeting, who is invited and what they answered',
  },
  'meeting.call': { da: 'Indkalde til et møde', en: 'Call a meeting' },
  'meeting.move': { da: 'Flytte et møde', en: 'Move a meeting' },
  'meeting.cancel': { da: 'Aflyse et møde', en: 'Cancel a meeting' },
  'meeting.work': {
    da: 'Føre mødet på mødekortet: hvem der er til stede, noter, aftaler, næste dato, afslutning',
    en: 'Work the meeting card: who is there, notes, agreements, the next date, closing',
  },
  'letter.make': { da: 'Lave brevet til borgeren', en: 'Make the letter to the citizen' },
  'citizen-talk.note': {
    da: 'Notere samtalen med borgeren efter et møde uden borgeren',
    en: 'Note the talk with the citizen after a meeting without them',
  },
  'agreement.settle': {
    da: 'Melde en aftale udført eller give den en ny dato',
    en: 'Say that an agreement is kept, or give it a later date',
  },
  'invitation.answer': { da: 'Svare på en indkaldelse', en: 'Answer an invitation' },
  'stand-in.answer': { da: 'Svare på, om man kommer i stedet', en: 'Say whether one comes instead' },
  'hindered.reply': {
    da: 'Sige, hvad der sker, når nogen er forhindret',
    en: 'Say what happens when somebody is hindered',
  },
  'representation.name': {
    da: 'Udpege en, der kommer for afdelingen',
    en: 'Name somebody who comes for the department',
  },
  'proposal.see': { da: 'Se ét forslag til en beslutning', en: 'See one proposal for a decision' },
  'outcome.see': { da: 'Se, hvordan et forslag endte', en: 'See how a proposal ended' },
  'proposal.make': { da: 'Stille, ændre og trække et forslag tilbage', en: 'Make, amend and withdraw a proposal' },
  'proposal.agree-all': { da: 'Notere, at alle på mødet er enige', en: 'Note that all at the meeting agree' },
  'proposal.lead': {
    da: 'Føre samtalen, når nogen er i tvivl, og forelægge sagen for lederne; notere borgerens svar',
    en: "Lead the talk that a doubt opens, put it before the leaders, note the citizen's answer",
  },
  'proposal.answer': { da: 'Sige sin mening om et forslag', en: 'Give one’s own voice on a proposal' },
  'advice.give': { da: 'Give råd om et forslag', en: 'Give advice on a proposal' },
  'department.speak': {
    da: 'Svare for sin afdeling, eller udpege en, der gør',
    en: 'Answer for the department, or name somebody who does',
  },
  'ruling.give': { da: 'Afgøre det, der er forelagt', en: 'Decide what was put before one' },
  'decision.carry-out': {
    da: 'Få en beslutning bevilget og melde, om den er begyndt',
    en: 'Have a decision granted, and say whether it has started',
  },
  'question.ask': { da: 'Stille ledere et spørgsmål', en: 'Put a question to leaders' },
  'question.answer': { da: 'Svare på et spørgsmål', en: 'Answer a question' },
  'follow-up.lead': {
    da: 'Styre opfølgning og overgange: hvor tit, fravalg, den unges svar',
    en: 'Lead follow-ups and transitions: how often, what is waived, what the young person says',
  },
  'own-follow-up.add': {
    da: 'Indtaste sine egne lovpligtige opfølgninger',
    en: 'Enter one’s own statutory follow-ups',
  },
  'own-follow-up.settle': {
    da: 'Melde sin egen opfølgning udført, flytte den eller fjerne den',
    en: 'Say that one’s own follow-up is done, move it or take it away',
  },
  'handover.ask': {
    da: 'Bede en kollega overtage stafetten, og fortryde det',
    en: 'Ask a colleague to take the baton, and take that back',
  },
  'handover.answer': { da: 'Sige ja eller nej til stafetten', en: 'Say yes or no to the baton' },
  'handover.settle': { da: 'Finde en tovholder, når to har sagt nej', en: 'Find a lead when two have said no' },
  'lead.tell': { da: 'Notere, at borgeren ved, hvem der er tovholder', en: 'Note that the citizen knows who leads' },
  'lead.keep': { da: 'Beholde stafetten efter et afdelingsskift', en: 'Keep the baton after a change of department' },
  'lead.find': { da: 'Finde en tovholder til et forløb uden', en: 'Find a lead for a pathway that has none' },
  'orphan.settle': {
    da: 'Give det, der står uden ansvarlig, til en kollega, eller lade det falde',
    en: 'Give what stands without an owner to a colleague, or let it fall',
  },
  'program.see': {
    da: 'Se en ny medarbejders onboardingprogram: trinene, datoerne, og om de er klaret; aldrig svar eller refleksioner',
    en: 'See a new colleague’s onboarding programme: steps, dates, and whether they are done; never answers or reflections',
  },
  'program.settle-step': {
    da: 'Sige, at et trin i et onboardingprogram er klaret',
    en: 'Say that a step of an onboarding programme is done',
  },
  'program.waive': {
    da: 'Lade et trin i et onboardingprogram bortfalde, med en grund',
    en: 'Let a step of an onboarding programme fall, with a reason',
  },
  'program.cohorts': {
    da: 'Se de nye medarbejdere efter den måned, de begyndte: hvem der er bagud, og hvem der har ventet længst',
    en: 'See new colleagues by the month they began: who is late, and who has waited longest',
  },
  'mentor.ask': {
    da: 'Finde en mentor til en ny medarbejder, og senere en anden',
    en: 'Find a mentor for a new colleague, and another one later',
  },
  'mentor.answer': {
    da: 'Svare, om man vil være mentor',
    en: 'Answer whether one will be a mentor',
  },
  'waiting.see': { da: 'Se, hvad der venter', en: 'See what waits' },
  'waiting.snooze': {
    da: 'Udskyde noget, der venter, med en grund',
    en: 'Postpone something that waits, with a reason',
  },
  'audit.sign-sample': {
    da: 'Gennemgå og godkende en stikprøve af loggen',
    en: 'Look through a sample of the log, and sign it off',
  },
  'course.take': { da: 'Tage ethvert kursus', en: 'Take any course' },
  'course.play': {
    da: 'Se og besvare sin egen gang gennem et kursus; ingen andre ser svarene',
    en: 'See and answer one’s own way through a course; nobody else sees the answers',
  },
  'course.statistics': {
    da: 'Se tal for kurser; aldrig hvad den enkelte har svaret',
    en: 'See figures of courses; never what any one person answered',
  },
  'intake.lead': {
    da: 'Åbne hold og dialogmøder, kalde ind, flytte, aflyse og notere fremmøde; se alle svar',
    en: 'Open classes and dialogue meetings, call people, move, call off and note attendance; see all answers',
  },
  'intake.answer': {
    da: 'Svare på sin egen plads på et hold og give den videre',
    en: 'Answer one’s own seat in a class, and pass it on',
  },
  'intake.ask': {
    da: 'Se åbne hold og bede om en plads',
    en: 'See open classes, and ask for a seat',
  },
  'review.own': {
    da: 'Se og besvare de spørgsmål, der kommer igen til én selv, og sin egen liste til samtalen med mentor',
    en: 'See and answer the questions that come back to oneself, and one’s own list for the talk with the mentor',
  },
  'reflection.share': {
    da: 'Dele det, man selv har skrevet til eftertanke i et kursus, med sin mentor',
    en: 'Share what one wrote oneself to think of in a course with one’s mentor',
  },
  'reflection.read': {
    da: 'Læse det, en ny kollega har delt med én, så længe man er mentor',
    en: 'Read what a new colleague has shared with one, while one is the mentor',
  },
  'dilemma.play': {
    da: 'Spille et dilemma med sit team ved et møde, man kommer til; ingen ser, hvem der valgte hvad',
    en: 'Play a dilemma with one’s team at a meeting one comes to; nobody sees who chose what',
  },
  'status.see': {
    da: 'Se, hvordan Rød Tråd har det; intet om borgere',
    en: 'See how Rød Tråd is; nothing about citizens',
  },
};
