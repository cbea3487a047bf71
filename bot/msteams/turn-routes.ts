import { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Turn } from '../turn';
import type { Answering, Via } from './answering';
import type { FilePlace } from './file-cards';

export type TurnRoutes = {
  /** Works a turn within the SDK's turn. Gives the HTTP status; a press leaves its invoke response in the context. */
  run(context: TurnContext, turn: Turn, file?: FilePlace): Promise<number>;
};

const turnKey = Symbol('turn');
const fileKey = Symbol('file');
const statusKey = Symbol('status');

/** teams-ai's routes, one for each way in which activities are answered. */
export function createTurnRoutes(answering: Answering): TurnRoutes {
  const application = new QuietApplication<TurnState>({ removeRecipientMention: false, startTypingTimer: false });
  const turnOf = (context: TurnContext) => context.turnState.get<Turn>(turnKey);
  const work = (via: Via) => async (context: TurnContext) => {
    context.turnState.set(statusKey, await answering.work(turnOf(context), via));
  };

  application.adaptiveCards.actionExecute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke && activity.name === 'adaptiveCard/action',
    async (context) => {
      const body = await answering.press(turnOf(context));
      // Answered here: a card returned to teams-ai would be sent to everybody as an update, from the first refresh on.
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
      return '';
    },
  );
  const take = (context: TurnContext) =>
    answering.take(turnOf(context), context.turnState.get<FilePlace | undefined>(fileKey));
  application.fileConsentAccept(take);
  application.fileConsentDecline(take);
  application.activity(ActivityTypes.Message, work('message'));
  application.activity(ActivityTypes.InstallationUpdate, work('event'));
  application.conversationUpdate('membersAdded', work('event'));

  return {
    async run(context, turn, file) {
      context.turnState.set(turnKey, turn);
      context.turnState.set(fileKey, file);
      await application.run(context);
      return context.turnState.get<number>(statusKey) ?? 200;
    },
  };
}

/** teams-ai types from the first second on whatever `startTypingTimer` says, with one timer for everybody at once. */
class QuietApplication<State extends TurnState> extends Application<State> {
  override startTypingTimer(): void {}
}
