import { expect, test } from 'vitest';
import { createNeighbourhood } from '../../../electron/host/lan/neighbourhood.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

/** A neighbourhood on a network that counts what is open on it. */
function counted() {
  let open = 0;
  const opened = () => {
    open += 1;
    return () => void (open -= 1);
  };
  const lan = { ...createSystemPorts().lan, announce: opened, browse: opened };
  const neighbourhood = createNeighbourhood({ ...createTestPorts('2026-11-23T01:00:00Z'), lan }, () => {});
  return { neighbourhood, open: () => open };
}

const identity = { certificate: '', privateKey: '', fingerprint: 'ab'.repeat(32) };

test('given a window asks for leads once more while its station ends, then nothing is opened that would keep the process alive', () => {
  const { neighbourhood, open } = counted();
  neighbourhood.nearby();
  neighbourhood.announce({ identity, port: 4718, joining: true });
  expect(open()).toBe(2);
  neighbourhood.close();
  expect(open()).toBe(0);
  expect(neighbourhood.nearby()).toEqual([]);
  neighbourhood.watch();
  neighbourhood.announce({ identity, port: 4718, joining: false });
  expect(open()).toBe(0);
});
