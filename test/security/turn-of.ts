import { randomUUID } from 'node:crypto';
import type { Turn } from '../../bot/turn';
import { TENANT, type Town } from '../support/town';

/** A turn of somebody's own chat, as the edge reads it. */
export function turnOf(town: Town, name: string, input: Turn['input']): Turn {
  const { entraId } = town.person(name);
  return {
    tenantId: TENANT,
    activityId: randomUUID(),
    where: 'personal',
    entraId,
    locale: 'da',
    place: {
      conversationId: `a:${entraId}`,
      serviceUrl: town.teams.url,
      teamsUserId: `29:${entraId}`,
      botId: '28:rod-traad',
    },
    input,
  };
}
