import { noticeCard } from '../../cards/meetings/notice';
import type { NoticeView } from '../../cards/views';
import type { Unit } from '../db/unit';
import type { Renderer } from '../obligations/kind';
import { organisation } from '../people/organisation';
import { meetingFacts } from './card-facts';
import type { MeetingCase } from './store';

export async function noticeView(
  unit: Unit,
  found: MeetingCase,
  notice: { code: NoticeView['code']; name: string | null; mark: string; repeated: boolean },
): Promise<NoticeView> {
  return { ...notice, meeting: meetingFacts(unit, found, await organisation(unit), 'notice') };
}

export async function notice(
  unit: Unit,
  found: MeetingCase,
  code: NoticeView['code'],
  name: string | null,
  mark: string,
  repeated: boolean,
  locale: Parameters<Renderer>[1]['locale'],
): ReturnType<Renderer> {
  return noticeCard(await noticeView(unit, found, { code, name, mark, repeated }), locale);
}
