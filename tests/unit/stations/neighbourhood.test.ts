import { describe, expect, it } from 'vitest';
import { createNeighbourhood } from '../../../electron/host/lan/neighbourhood.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

describe('the neighbourhood', () => {
  it('given it was closed, then whoever still asks opens nothing that would keep the program alive', () => {
    const ports = createTestPorts('2026-11-23T01:00:00Z');
    let open = 0;
    const opened = () => {
      open += 1;
      return () => {
        open -= 1;
      };
    };
    const neighbourhood = createNeighbourhood({ timers: ports.timers, lan: { ...ports.lan, announce: opened, browse: opened } }, () => {});
    expect(neighbourhood.nearby()).toEqual([]);
    expect(open).toBe(1);
    neighbourhood.close();
    neighbourhood.nearby();
    neighbourhood.watch();
    neighbourhood.announce({ identity: { fingerprint: 'a'.repeat(64), privateKey: '', certificate: '' }, port: 4718, joining: false });
    expect(open).toBe(0);
  });
});
