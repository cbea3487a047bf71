import { isAway, isHere, managerOf, type Organisation } from './organisation';

/** Who leads whom on a day, as the municipality knows it. */
export type Leadership = {
  readonly today: string;
  isHere(id: string): boolean;
  /** Leaders of a department, nearest first. */
  ofDepartment(code: string): readonly string[];
  /** All leaders of somebody, nearest first. */
  above(id: string): readonly string[];
  /** Who decides in somebody's place, when at work. */
  deputyOf(id: string): string | null;
  readonly directors: readonly string[];
  /** Whether somebody answers for a leader: themselves, or as the deputy of one who is away. */
  answersFor(leader: string, id: string): boolean;
};

export function leadershipOf(organisation: Organisation, today: string): Leadership {
  const { staff, departments } = organisation;
  const here = (id: string): boolean => isHere(organisation, id, today);
  const above = (id: string): string[] => {
    const chain: string[] = [];
    for (let at = managerOf(organisation, id, today); at !== null && at !== id && !chain.includes(at); ) {
      chain.push(at);
      at = managerOf(organisation, at, today);
    }
    return chain;
  };
  const deputyOf = (id: string): string | null => {
    const deputy = staff.get(id)?.deputy ?? null;
    return deputy !== null && here(deputy) && !isAway(organisation, deputy, today) ? deputy : null;
  };
  return {
    today,
    isHere: here,
    ofDepartment(code) {
      let at: string | null = code;
      while (at !== null) {
        const manager = departments.get(at)?.manager;
        if (manager && here(manager)) return [manager, ...above(manager)];
        at = departments.get(at)?.parent ?? null;
      }
      return [];
    },
    above,
    deputyOf,
    directors: [...staff.values()]
      .filter(({ id, roles }) => roles.includes('director') && here(id))
      .map(({ id }) => id),
    answersFor: (leader, id) => leader === id || (isAway(organisation, leader, today) && deputyOf(leader) === id),
  };
}
