import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Locale, OutCard, Posted, Turn, TurnHandler } from '../turn';
import { adaptiveCard, cardContent } from './card-content';
import { deadline, within } from './deadline';
import { consentContent, type FilePlace, fileContent } from './file-cards';
import type { Log } from './log';
import { errorReply, type PressReply, wordReply } from './press-reply';
import type { Content, Sender } from './sender';
import type { Upload } from './upload';

/** Messages are answered by messages, what happened to a chat by nothing but an HTTP status. */
export type Via = 'message' | 'event';

export type AnsweringOptions = {
  readonly handler: TurnHandler;
  readonly send: Sender;
  readonly upload: Upload;
  readonly log: Log;
  /** A message that takes longer is told by one typing sign. */
  readonly typingAfterMs: number;
  /** Teams waits about five seconds for the answer to a press. */
  readonly pressWithinMs: number;
  /** Teams delivers a message again when it stays without an answer for 15 s. */
  readonly messageWithinMs: number;
};

export type Answering = {
  /** Works a message or an event, and says what HTTP status it deserves. Never rejects. */
  work(turn: Turn, via: Via): Promise<200 | 500>;
  /** Works a pressed action, and says what the invoke answers. Never rejects. */
  press(turn: Turn): Promise<PressReply>;
  /** Works a file that was taken or declined; `place` is where Teams lets it be put. Never rejects, and waits no longer than a press. */
  take(turn: Turn, place: FilePlace | undefined): Promise<void>;
  /** When everything begun is done, also what went on after its turn was answered. */
  settled(): Promise<void>;
};

const words: Readonly<Record<'failed' | 'later' | 'lost', Record<Locale, string>>> = {
  failed: { da: 'Det gik ikke. Prøv igen om lidt.', en: 'That did not work. Please try again in a moment.' },
  later: { da: 'Modtaget. Svaret kommer om et øjeblik.', en: 'Received. The answer will come in a moment.' },
  lost: {
    da: 'Filen nåede ikke frem til dine filer. Prøv igen om lidt, eller bed om den på ny.',
    en: 'The file did not reach your files. Please try again in a moment, or ask for it anew.',
  },
};

/** Hands turns to the house and its answers to Teams. */
export function createAnswering(o: AnsweringOptions): Answering {
  const running = new Set<Promise<unknown>>();
  const uploading = new Set<string>();

  function begin<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const done = () => running.delete(work);
    work.then(done, done);
    return work;
  }

  function goOn(work: Promise<unknown>): void {
    begin(work).catch((error: unknown) => o.log.error({ code: codeOf(error) }, 'what went on after a turn failed'));
  }

  async function work(turn: Turn, via: Via): Promise<200 | 500> {
    const whole = begin(workWhole(turn, via));
    const ended = await within(whole, o.messageWithinMs);
    return ended === 'late' ? 200 : ended;
  }

  async function workWhole(turn: Turn, via: Via): Promise<200 | 500> {
    const typing = via === 'message' ? typingAfter(turn) : undefined;
    const answer = await handle(turn);
    typing?.end();
    if (answer) {
      await deliver(turn, answer);
      return 200;
    }
    if (via === 'event') return 500;
    await say(turn, words.failed[turn.locale]);
    return 200;
  }

  async function press(turn: Turn): Promise<PressReply> {
    const limit = deadline(o.pressWithinMs);
    try {
      const work = begin(handle(turn));
      const answer = await Promise.race([work, limit.passed]);
      if (answer === 'late') {
        goOn(work.then((late) => (late ? deliver(turn, late) : say(turn, words.failed[turn.locale]))));
        return wordReply(words.later[turn.locale]);
      }
      if (!answer) return errorReply(500, 'failed', words.failed[turn.locale]);
      const { replace, say: word } = answer;
      await Promise.race([begin(post(turn, answer)), limit.passed]);
      return replace ? { statusCode: 200, type: adaptiveCard, value: replace.card } : wordReply(word ?? '');
    } finally {
      limit.clear();
    }
  }

  async function take(turn: Turn, place: FilePlace | undefined): Promise<void> {
    // The same answer under another id, while the first is being worked: one place takes one file.
    if (place && uploading.has(place.uploadUrl)) return;
    if (place) uploading.add(place.uploadUrl);
    const whole = begin(takeWhole(turn, place).finally(() => place && uploading.delete(place.uploadUrl)));
    await within(whole, o.pressWithinMs);
  }

  async function takeWhole(turn: Turn, place: FilePlace | undefined): Promise<void> {
    const answer = await handle(turn);
    if (!answer) return say(turn, words.failed[turn.locale]);
    const kept = answer.file && place ? await put(turn, place, answer.file.content) : undefined;
    if (answer.file && !kept) await say(turn, words.lost[turn.locale]);
    else if (answer.say) await say(turn, answer.say);
    // Teams leaves the question standing, and it could be answered again.
    const over = kept || (turn.input.kind === 'file' && !turn.input.accepted && answer.say !== undefined);
    if (over && turn.input.kind === 'file' && turn.input.cardActivityId !== undefined)
      await send(turn, 'gone', turn.input.cardActivityId);
    await tell(turn, answer, []);
  }

  /** Whether the file stands among the person's own by now; they see it then. */
  async function put(turn: Turn, place: FilePlace, content: Uint8Array): Promise<boolean> {
    const uploaded = await o.upload(place.uploadUrl, content);
    if (uploaded.kind === 'kept') {
      await send(turn, fileContent(place));
      return true;
    }
    o.log.error({ ...reference(turn), code: uploaded.code }, 'a file could not be put where Teams said');
    return false;
  }

  /** The answer of the house, or undefined where it failed. */
  async function handle(turn: Turn): Promise<Answer | undefined> {
    try {
      return await o.handler.handle(turn);
    } catch (error) {
      o.log.error({ ...reference(turn), code: codeOf(error) }, 'a turn failed');
      return undefined;
    }
  }

  /** Answers by messages alone: a press that came as a message, or whose invoke is over, has no other way. */
  async function deliver(turn: Turn, answer: Answer): Promise<void> {
    if (answer.replace) await replaceCard(turn, answer.replace);
    else if (answer.say) await say(turn, answer.say);
    await post(turn, answer);
  }

  async function replaceCard(turn: Turn, card: OutCard): Promise<void> {
    const pressed = turn.input.kind === 'press' ? turn.input.cardActivityId : undefined;
    const content = cardContent(card);
    if (pressed !== undefined && (await send(turn, content, pressed)) !== null) return;
    await send(turn, content);
  }

  async function post(turn: Turn, answer: Answer): Promise<void> {
    const posted: (string | null)[] = [];
    for (const card of answer.post ?? []) posted.push(await send(turn, cardContent(card)));
    if (answer.offer) await send(turn, consentContent(answer.offer));
    if (answer.offer?.word) await say(turn, answer.offer.word);
    await tell(turn, answer, posted);
  }

  async function tell(turn: Turn, answer: Answer, posted: Posted): Promise<void> {
    try {
      await o.handler.answered(turn, answer, posted);
    } catch (error) {
      o.log.error({ ...reference(turn), code: codeOf(error) }, 'an answered turn could not be noted');
    }
  }

  async function say(turn: Turn, text: string): Promise<void> {
    await send(turn, { type: 'message', text, textFormat: 'plain' });
  }

  /** The activity id, or null where Teams did not take it for certain. */
  async function send(turn: Turn, content: Content | 'gone', activityId?: string): Promise<string | null> {
    const { tenantId, place } = turn;
    const once = () => o.send({ tenantId, place, content, ...(activityId === undefined ? {} : { activityId }) });
    let result = await once();
    // An answer has no outbox behind it: what Teams certainly did not take is tried again while the person still looks at it.
    for (let tries = 1; result.kind === 'retry' && tries < ANSWER_TRIES; tries += 1) {
      const wait = result.afterMs ?? ANSWER_WAIT_MS * tries;
      if (wait > LONGEST_ANSWER_WAIT_MS) break;
      await pause(wait);
      result = await once();
    }
    if (result.kind === 'sent') return result.activityId;
    o.log.warn({ ...reference(turn), result: result.kind, code: result.code }, 'an answer was not delivered');
    return null;
  }

  function typingAfter(turn: Turn): { end(): void } {
    const { tenantId, place } = turn;
    const over = new AbortController();
    const timer = setTimeout(() => {
      goOn(o.send({ tenantId, place, content: { type: 'typing' }, signal: over.signal }));
    }, o.typingAfterMs);
    return {
      end() {
        clearTimeout(timer);
        over.abort();
      },
    };
  }

  return {
    work,
    press,
    take,
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/** Teams' windows open again within two seconds; the turn's own limit is far longer. */
const ANSWER_TRIES = 4;
const ANSWER_WAIT_MS = 300;
const LONGEST_ANSWER_WAIT_MS = 2_500;

function reference({ tenantId, activityId, input }: Turn): Readonly<Record<string, string>> {
  // A verb comes back from a client: one that is none of ours is not written down.
  const verb =
    (input.kind === 'press' || input.kind === 'file') && /^[a-z]+(\.[a-z-]+)+$/i.test(input.verb)
      ? { verb: input.verb }
      : {};
  return { tenantId, activityId, input: input.kind, ...verb };
}

/** An error's own short code: its text may quote a person. */
function codeOf(error: unknown): string {
  const { code, name } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, name: 'thrown' };
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : /^\w{1,40}$/.test(name) ? name : 'error';
}
