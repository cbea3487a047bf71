import type { Prisma } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { type RecordVerb, statementSchema } from './statement';
import { type Ending, statementId, statementOf, type Told, verbsAtEnd } from './statement-rules';

/** An attempt whose course is to be told of; where to, the policy knows. */
export type ToldAttempt = Omit<Told, 'home'>;

/**
 * Somebody has begun an attempt: kept for the learning record store, in the caller's transaction. Told again it changes nothing;
 * where the policy has no learning records nothing is kept.
 */
export async function tellStarted(unit: Unit, attempt: ToldAttempt): Promise<void> {
  const told = toldBy(unit, attempt);
  if (told) await keep(unit, told, [statementOf(told, { verb: 'initialized' })], ['initialized']);
}

/**
 * An attempt has ended, in the caller's transaction: completed, then passed or failed where the course has a mark, then
 * terminated. Told again it changes nothing. An attempt that began before the policy had learning records begins here.
 */
export async function tellEnded(unit: Unit, attempt: ToldAttempt, ending: Ending): Promise<void> {
  const told = toldBy(unit, attempt);
  if (!told) return;
  const { tx, tenantId } = unit;
  const passed = await tx.xapiStatement.findUnique({
    where: { tenantId_id: { tenantId, id: statementId('passed', attempt) } },
    select: { attemptId: true },
  });
  const verbs = verbsAtEnd(ending, passed !== null && passed.attemptId !== attempt.attemptId);
  const ends = verbs.flatMap((verb, at) =>
    verb === 'initialized' ? [] : [statementOf(told, { verb, ending, n: at + 1 })],
  );
  await keep(unit, told, [statementOf(told, { verb: 'initialized' }), ...ends], ['initialized', ...verbs]);
}

function toldBy({ policy }: Unit, attempt: ToldAttempt): Told | undefined {
  return policy.learningRecords === null ? undefined : { ...attempt, home: policy.learningRecords.home };
}

async function keep(
  unit: Unit,
  told: Told,
  statements: readonly ReturnType<typeof statementOf>[],
  verbs: readonly RecordVerb[],
): Promise<void> {
  const data = statements.map((one, at): Prisma.XapiStatementCreateManyInput => {
    const statement = statementSchema.parse(one);
    return {
      tenantId: unit.tenantId,
      id: statement.id,
      personId: told.personId,
      attemptId: told.attemptId,
      verb: verbs[at] ?? '',
      statement: statement as Prisma.InputJsonObject,
      at: statement.timestamp,
    };
  });
  await unit.tx.xapiStatement.createMany({ data, skipDuplicates: true });
}
