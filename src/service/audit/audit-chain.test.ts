// Holds the chain of the audit: whatever is done to it behind its back is found, and its place is named.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sha256Hex } from '#kernel';
import type { AuditHead, AuditLine } from '../ports.ts';
import { firstHead, sealLine, walkAudit, type AuditFault } from './audit-chain.ts';

const TENANT = 'north';
const LINES = 40;

function chain(tenant: string, change: (sequence: number) => Partial<AuditLine>): readonly AuditLine[] {
  const lines: AuditLine[] = [];
  for (let sequence = 1; sequence <= LINES; sequence++) {
    const line = {
      by: `member-${sequence % 3}`,
      at: '2026-11-22T20:02:48.123Z',
      action: 'change',
      resource: 'commitment',
      place: sequence % 4 === 0 ? null : 'north',
      summary: `Change ${sequence} was made.`,
      subject: `record/commitment/c-${sequence}`,
      contentHash: sha256Hex(`content ${sequence}`),
    } as const;
    lines.push(sealLine(lines.at(-1) ?? firstHead(tenant), { ...line, ...change(sequence) }));
  }
  return lines;
}

function faultOf(lines: readonly AuditLine[], head: AuditHead, anchors: readonly AuditHead[]): AuditFault | null {
  const walk = walkAudit(TENANT, anchors);
  const half = Math.floor(lines.length / 2);
  return walk.follow(lines.slice(0, half)) ?? walk.follow(lines.slice(half)) ?? walk.finish(head);
}

const whole = chain(TENANT, () => ({}));
const head = headOf(whole);

function headOf(lines: readonly AuditLine[]): AuditHead {
  const { sequence, hash } = lines.at(-1) ?? firstHead(TENANT);
  return { sequence, hash };
}

/** A number that anybody can work out again. */
function pick(seed: string, below: number): number {
  return Number.parseInt(sha256Hex(seed).slice(0, 8), 16) % below;
}

/** One letter or digit of a text becomes another. */
function otherText(text: string, seed: string): string {
  const at = pick(`${seed} where`, text.length);
  return text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
}

const TEXTS = ['by', 'at', 'summary', 'subject', 'contentHash', 'hash', 'action', 'resource', 'place'] as const;

function withText(line: AuditLine, field: (typeof TEXTS)[number], seed: string): AuditLine {
  return { ...line, [field]: otherText(line[field] ?? 'none', seed) };
}

describe('the chain of the audit', () => {
  test('a chain that nobody touched has no fault, whichever heads were kept', () => {
    const anchors = [1, 7, LINES].map((sequence) => ({ sequence, hash: whole[sequence - 1]?.hash ?? '' }));
    assert.equal(faultOf(whole, head, anchors), null);
    assert.equal(faultOf([], firstHead(TENANT), []), null);
  });

  test('a thousand tamperings are found, each at its place', () => {
    for (let count = 0; count < 1000; count++) {
      const seed = `tampering ${count}`;
      const at = pick(`${seed} at`, LINES - 1);
      const lines = [...whole];
      const line = lines[at];
      assert.ok(line !== undefined);
      const what = (['edit', 'drop', 'swap', 'cut', 'double'] as const)[count % 5];
      const expected: AuditFault = { sequence: at + 1, what: 'changed' };
      if (what === 'edit') {
        lines[at] = withText(line, TEXTS[pick(`${seed} field`, TEXTS.length)] ?? 'by', seed);
        assert.deepEqual(faultOf(lines, head, []), expected, seed);
      } else if (what === 'drop') {
        lines.splice(at, 1);
        assert.deepEqual(faultOf(lines, head, []), { ...expected, what: 'missing' }, seed);
      } else if (what === 'swap') {
        lines.splice(at, 2, ...lines.slice(at, at + 2).toReversed());
        assert.deepEqual(faultOf(lines, head, []), { ...expected, what: 'missing' }, seed);
      } else if (what === 'cut') {
        lines.length = at;
        assert.deepEqual(faultOf(lines, head, []), { ...expected, what: 'cut off' }, seed);
      } else {
        lines.splice(at, 0, line);
        assert.deepEqual(faultOf(lines, head, []), { sequence: at + 2, what: 'out of order' }, seed);
      }
    }
  });

  test('a line that is taken out with those after it numbered anew is found where it was', () => {
    const renumbered = whole
      .filter(({ sequence }) => sequence !== 9)
      .map((line, index) => ({ ...line, sequence: index + 1 }));
    const shorter = { sequence: LINES - 1, hash: head.hash };
    assert.deepEqual(faultOf(renumbered, shorter, []), { sequence: 9, what: 'changed' });
  });

  test('a chain that was sealed anew from a changed line on meets the next head that was kept outside', () => {
    const forged = chain(TENANT, (sequence) => (sequence === 10 ? { summary: 'Nothing happened here.' } : {}));
    const forgedHead = headOf(forged);
    assert.equal(faultOf(forged, forgedHead, []), null);
    const kept = { sequence: 25, hash: whole[24]?.hash ?? '' };
    assert.deepEqual(faultOf(forged, forgedHead, [kept]), { sequence: 25, what: 'changed' });
    assert.equal(faultOf(forged, forgedHead, [{ sequence: 9, hash: whole[8]?.hash ?? '' }]), null);
    const cut = whole.slice(0, 20);
    assert.deepEqual(faultOf(cut, headOf(cut), [kept]), { sequence: 21, what: 'cut off' });
  });

  test('lines beyond the head, a head of another chain, and lines of another tenant do not fit', () => {
    const [first] = whole;
    assert.ok(first !== undefined);
    assert.deepEqual(faultOf([...whole, sealLine(head, first)], head, []), { sequence: LINES + 1, what: 'added' });
    assert.deepEqual(faultOf(whole, { ...head, hash: sha256Hex('another') }, []), { sequence: LINES, what: 'changed' });
    assert.deepEqual(
      faultOf(
        chain('south', () => ({})),
        head,
        [],
      ),
      { sequence: 1, what: 'changed' },
    );
  });
});
