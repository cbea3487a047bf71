import type { TourWords } from './tour-da';

export const tourEn: TourWords = {
  label: 'Tour',
  open: 'Tour',
  goOn: 'Go on with the tour',
  story: (n, of) => `Story ${n} of ${of}`,
  step: (n, of) => `Step ${n} of ${of}`,
  youAre: (name) => `You are ${name}`,
  at: (title, department) => `${title}, ${department}`,
  showMe: 'Show me',
  showing: 'Showing …',
  next: 'Go on',
  toStory: (title) => `Next: ${title}`,
  finish: 'Done',
  again: 'Start again',
  leave: 'Leave the tour',
  what: 'What happened',
  stuck: 'The card that this step is about is no longer here. Start the story again, and we find another one.',
  late: 'This takes a moment. If it goes on, move the clock to the next working day: Rød Tråd writes in working hours only.',
  fresh: 'To begin with a fresh municipality, stop the stage in the terminal and type: npm run demo -- --fresh',
  thatButton: 'the button',
  start: (title) => `Start: ${title}`,
  stories: {
    called: {
      title: 'A meeting is called',
      teaser: 'The case lead gathers the team around the citizen, and a colleague answers.',
      endTitle: 'The meeting is coming together',
      end: (c) =>
        `Nobody phoned around, and ${c.lead} need not remember to chase anyone. Whoever does not answer is reminded twice, in working hours, and only then is the manager asked. Press “Go there” by the clock to see it happen.`,
    },
    hindered: {
      title: 'Somebody is hindered',
      teaser: 'A colleague can’t come, but the department is still needed.',
      endTitle: 'The meeting holds',
      end: (c) =>
        `A few presses by the people it concerns, and ${c.lead} knows who is coming. ${c.citizen} is spared a meeting where the one who can decide is missing.`,
    },
    moved: {
      title: 'A date moves',
      teaser: 'The citizen can’t make that day. The meeting moves, and everybody answers anew.',
      endTitle: 'Everybody knows the same',
      end: () =>
        'One person moved the date, and every card in every chat says the same. Nobody turns up on the wrong day, and no old invitation lies waiting for an answer.',
    },
  },
  steps: {
    workday: {
      task: () =>
        'On the stage it is outside working hours, and Rød Tråd does not write to people in the evening or at weekends. Move the clock to the next working day.',
      done: () => 'It is morning in Tråby now, and people are at work.',
    },
    pathway: {
      task: (c) => `${c.lead} leads ${c.citizen}’s pathway. Write “forløb ${c.ref}” (pathway) in the chat.`,
      done: (c) =>
        `This is ${c.citizen}’s pathway: who is in the team, which meetings there are, and what can be done from here. For everybody who may not see it, it does not exist.`,
    },
    form: {
      task: (c) => `The team has to meet. Press ${c.button('meeting.form')} on the card.`,
      done: () =>
        'The form is filled in as far as it can be. Note that each one in the team is told why it is they who are invited.',
    },
    call: {
      task: (c) =>
        `Look through the form. Write a place, tick that the time was agreed with ${c.citizen}, and press ${c.button('meeting.call')}.`,
      done: (c) =>
        `Each one in the team has an invitation of their own in their own chat, and ${c.lead}’s card shows who has answered. ${c.citizen} was asked first: without that, the meeting cannot be sent.`,
    },
    answer: {
      task: (c) => `Read why ${c.guest} in particular is invited. Press ${c.button('invitation.come')}.`,
      done: (c) =>
        `The answer stands on ${c.lead}’s card at once. Note that there is no plain no: one comes, sends a colleague, or says that one is hindered.`,
    },
    meeting: {
      task: (c) =>
        `This story begins with a meeting, and just now there is none we can use. Press “Show me” and ${c.lead} calls one, or do it yourself as in the first story.`,
      done: (c) => `${c.lead} has called the team, and ${c.guest} is invited.`,
    },
    hinder: {
      task: (c) =>
        `${c.guest} can’t come. Press ${c.opener('invitation.hindered')}, choose what is in the way, and press ${c.button('invitation.hindered')}.`,
      done: (c) =>
        `${c.guest} need not say more, and nobody judges the reason. ${c.lead} got one question: can you manage, or should somebody else come?`,
    },
    reply: {
      task: (c) => `${c.lead} needs ${c.department} to be there. Press ${c.button('hindered.somebody')}.`,
      done: (c) =>
        `Rød Tråd has asked ${c.manager}. It is the manager who sees that the department is represented. ${c.lead} need not phone around.`,
    },
    manage: {
      task: (c) => `${c.lead} needs ${c.department} to be there. Press ${c.button('hindered.somebody')}.`,
      done: () =>
        'You chose to manage without, and so nobody is asked. Start again to see how the manager finds somebody else.',
    },
    name: {
      task: (c) =>
        `${c.manager} is a manager. Choose somebody who can decide for the department, and press ${c.button('representation.name')}.`,
      done: (c) => `${c.standIn} is asked in their own chat, and sees this one meeting, not the rest of the pathway.`,
    },
    accept: {
      task: (c) => `Now it is ${c.standIn} who answers. Press ${c.button('stand-in.accept')}.`,
      done: (c) => `${c.department} is represented, and ${c.lead}’s card says who is coming.`,
    },
    moveForm: {
      task: (c) =>
        `Something came up for ${c.citizen} that day. Press ${c.button('meeting.move-form')} on ${c.lead}’s meeting card.`,
      done: () => 'The form shows the time that the meeting has now. Only what changes needs to be written.',
    },
    move: {
      task: (c) =>
        `Choose another day, tick that it was agreed with ${c.citizen}, and press ${c.button('meeting.move')}.`,
      done: () =>
        'Everybody is asked again. A yes to the old time is no yes to the new one, so the old answers no longer count.',
    },
    answerAgain: {
      task: (c) => `The invitation says when the meeting was before. Press ${c.button('invitation.come')}.`,
      done: (c) => `The answer is for the new time, and ${c.lead}’s card follows.`,
    },
  },
};
