import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameProof, proofOfLead, proofOfNewStation, type Transcript } from '../../../electron/host/lan/joining/protocol.ts';

const hex = fc.stringMatching(/^[0-9a-f]{64}$/u);
const transcript: fc.Arbitrary<Transcript> = fc.record({
  stationId: fc.uuid({ version: 7 }),
  newStation: hex,
  lead: hex,
  newNonce: hex,
  leadNonce: hex,
});
const code = 'ABCDEFGHJKMNPQRSTUVW';

describe('proofs of joining', () => {
  test('are the same on both ends for the same transcript, and change with each part of it and with the code', () => {
    fc.assert(
      fc.property(
        transcript,
        fc.constantFrom<keyof Transcript>('stationId', 'newStation', 'lead', 'newNonce', 'leadNonce'),
        (seen, part) => {
          const proof = proofOfNewStation(code, seen);
          expect(isSameProof(proof, proofOfNewStation(code, { ...seen }))).toBe(true);
          expect(isSameProof(proof, proofOfNewStation(code, { ...seen, [part]: `${seen[part].slice(0, -1)}x` }))).toBe(false);
          expect(isSameProof(proof, proofOfNewStation(`${code.slice(0, -1)}X`, seen))).toBe(false);
        },
      ),
    );
  });

  test('one end’s proof is never the other’s, nor the same end’s with both roles exchanged', () => {
    fc.assert(
      fc.property(transcript, (seen) => {
        const proof = proofOfNewStation(code, seen);
        expect(proof).not.toBe(proofOfLead(code, seen, ''));
        const mirrored = { ...seen, lead: seen.newStation, newStation: seen.lead, newNonce: seen.leadNonce, leadNonce: seen.newNonce };
        fc.pre(mirrored.lead !== seen.lead);
        expect(proof).not.toBe(proofOfNewStation(code, mirrored));
      }),
    );
  });

  test('the lead’s covers every byte of the welcome', () => {
    fc.assert(
      fc.property(transcript, fc.json(), fc.json(), (seen, a, b) => {
        expect(proofOfLead(code, seen, a) === proofOfLead(code, seen, b)).toBe(a === b);
      }),
    );
  });

  test('parts cannot be shifted into one another', () => {
    const seen: Transcript = { stationId: 'ab', newStation: 'c', lead: 'd', newNonce: 'e', leadNonce: 'f' };
    expect(proofOfNewStation(code, seen)).not.toBe(proofOfNewStation(code, { ...seen, stationId: 'b', newNonce: 'ea' }));
  });
});
