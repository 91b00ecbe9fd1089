import type { Scenario, TrainingChoice, TrainingNode } from './types.ts';

export interface Played {
  readonly node: TrainingNode;
  readonly choice: TrainingChoice;
}

export interface Play {
  /** The scene to choose in; `null`: it is over. */
  readonly current: TrainingNode | null;
  readonly played: readonly Played[];
  readonly points: number;
  /** The most that could have been reached in the scenes that were played. */
  readonly possible: number;
}

/** Follows the choices (places in each scene's list) from the beginning. A choice that does not exist ends the following. */
export function play({ nodes }: Scenario, choices: readonly number[]): Play {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  let current: TrainingNode | null = nodes[0] ?? null;
  const played: Played[] = [];
  for (const place of choices) {
    const choice: TrainingChoice | undefined = current?.choices[place];
    if (current === null || choice === undefined) break;
    played.push({ node: current, choice });
    current = choice.next === null ? null : (byId.get(choice.next) ?? null);
  }
  return {
    current,
    played,
    points: played.reduce((sum, { choice }) => sum + choice.points, 0),
    possible: played.reduce((sum, { node }) => sum + Math.max(...node.choices.map(({ points }) => points)), 0),
  };
}

export type ScenarioFault =
  | { readonly fault: 'duplicateNode'; readonly nodeId: string }
  | { readonly fault: 'unknownNext'; readonly nodeId: string; readonly next: string }
  | { readonly fault: 'unreachable'; readonly nodeId: string }
  | { readonly fault: 'neverEnds'; readonly nodeId: string };

/** What is wrong with a scenario: every scene must be reached, lead somewhere that exists, and come to an end without going in circles. */
export function scenarioFaults({ nodes }: Scenario): readonly ScenarioFault[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const nextOf = (node: TrainingNode) => node.choices.flatMap(({ next }) => (next === null ? [] : [next]));
  const faults: ScenarioFault[] = nodes
    .filter(({ nodeId }, at) => nodes.findIndex((node) => node.nodeId === nodeId) !== at)
    .map(({ nodeId }) => ({ fault: 'duplicateNode', nodeId }));
  for (const node of nodes) {
    for (const next of nextOf(node)) if (!byId.has(next)) faults.push({ fault: 'unknownNext', nodeId: node.nodeId, next });
  }
  const reached = reachableFrom(nodes[0], byId, nextOf);
  for (const { nodeId } of nodes) if (!reached.has(nodeId)) faults.push({ fault: 'unreachable', nodeId });
  for (const node of nodes) {
    const below = new Set(nextOf(node).flatMap((next) => [...reachableFrom(byId.get(next), byId, nextOf)]));
    if (below.has(node.nodeId)) faults.push({ fault: 'neverEnds', nodeId: node.nodeId });
  }
  return faults;
}

function reachableFrom(
  start: TrainingNode | undefined,
  byId: ReadonlyMap<string, TrainingNode>,
  nextOf: (node: TrainingNode) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = start === undefined ? [] : [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (reached.has(node.nodeId)) continue;
    reached.add(node.nodeId);
    open.push(...nextOf(node).flatMap((next) => byId.get(next) ?? []));
  }
  return reached;
}
