import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { methods } from '../../shared/rpc/contract.ts';
import { failure } from '../../shared/rpc/protocol.ts';

type Texts = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, '../..');
const i18n = join(root, 'renderer/i18n');

/** All texts of a language, by area (`id/counter.ts` exports `counter`). */
async function textsOf(language: 'id' | 'en'): Promise<ReadonlyMap<string, Texts>> {
  const areas = readdirSync(join(i18n, language)).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  const loaded = areas.map(async (file) => {
    const area = file.slice(0, -3);
    const module = (await import(join(i18n, language, file))) as Record<string, Texts>;
    return [area, module[area] ?? {}] as const;
  });
  return new Map(await Promise.all(loaded));
}
const merged = (areas: ReadonlyMap<string, Texts>): Texts => Object.assign({}, ...areas.values()) as Texts;

const id = await textsOf('id');
const en = await textsOf('en');
const [allId, allEn] = [merged(id), merged(en)];

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name).toSorted();

/** Details that each refusal carries, over all methods that may answer it. */
const refusals = new Map(
  Object.values(methods).flatMap(({ refusals: shapes }) =>
    Object.entries(shapes).map(([type, shape]) => [type, Object.keys(shape.shape)] as const),
  ),
);
const failures = failure.options.map(({ shape }) => ({ type: shape.type.value, details: Object.keys(shape) }));

describe('both languages', () => {
  it('have the same areas and keys', () => {
    expect([...en.keys()]).toEqual([...id.keys()]);
    for (const [area, texts] of id) expect({ area, keys: Object.keys(en.get(area) ?? {}) }).toEqual({ area, keys: Object.keys(texts) });
  });

  it('say something for every key, with the same details', () => {
    for (const [key, text] of Object.entries(allId)) {
      const other = allEn[key] ?? '';
      expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
      expect(`${key}: ${other.trim()}`).not.toBe(`${key}: `);
      expect({ key, details: placeholders(other) }).toEqual({ key, details: placeholders(text) });
    }
  });

  it('define no key twice with different words', () => {
    // An area may be put together from several files, so the same words may come twice.
    const clashes = [...id.values()].flatMap((texts) => Object.entries(texts).filter(([key, text]) => allId[key] !== text));
    expect(clashes).toEqual([]);
  });
});

describe('words for problems', () => {
  it('exist for every refusal of the contract and for nothing else', () => {
    const worded = Object.keys(allId).filter((key) => key.startsWith('refusal.'));
    expect(worded.toSorted()).toEqual([...refusals.keys()].map((type) => `refusal.${type}`).toSorted());
  });

  it('exist for every failure of the protocol and for nothing else', () => {
    const worded = Object.keys(allId).filter((key) => key.startsWith('failure.'));
    expect(worded.toSorted()).toEqual(failures.map(({ type }) => `failure.${type}`).toSorted());
  });

  it('speak only of details that the refusal or failure carries', () => {
    const details = new Map([
      ...[...refusals].map(([type, names]) => [`refusal.${type}`, names] as const),
      ...failures.map(({ type, details: names }) => [`failure.${type}`, names] as const),
    ]);
    for (const [key, names] of details) expect(names).toEqual(expect.arrayContaining(placeholders(allId[key] ?? '')));
  });
});

describe('components', () => {
  const files = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => join(root, 'renderer', file));

  it('hold no literal text: every word comes from the translations', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(literalTexts)).toEqual([]);
  });

  it('are scanned so that a planted literal is found', () => {
    const planted = '<p title="Buka"><b>Selamat pagi</b>{t("a.b")} · 12 {x ? "ya" : t("c")}</p>';
    expect(textsIn('planted.tsx', `const a = ${planted};`)).toEqual(['ya', 'Buka', 'Selamat pagi']);
  });
});

function literalTexts(file: string): string[] {
  return textsIn(file, readFileSync(file, 'utf8')).map((text) => `${relative(root, file)}: ${text}`);
}

/** Attributes that a person reads or hears. */
const spoken = new Set(['title', 'label', 'aria-label', 'alt', 'placeholder', 'description', 'legend', 'text', 'confirm', 'cancel']);

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: { readonly name?: unknown };
  readonly [part: string]: unknown;
}

function textsIn(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: Node) => {
    if (node.type === 'JSXText' && isWords(node.value)) found.push(node.value.trim());
    if (node.type === 'JSXAttribute') return visitAttribute(node);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node['children'] as Node[]) {
        if (child.type === 'JSXExpressionContainer') found.push(...shownStrings(child['expression'] as Node));
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  const visitAttribute = (node: Node) => {
    const value = node.value as Node | null;
    if (value === null) return;
    if (spoken.has(String(node.name?.name))) {
      if (value.type === 'Literal' && isWords(value.value)) found.push(value.value);
      if (value.type === 'JSXExpressionContainer') found.push(...shownStrings(value['expression'] as Node));
    }
    visit(value);
  };
  visit(parseSync(file, source).program as unknown as Node);
  return found;
}

/** Strings that an expression puts on the screen as they are. */
function shownStrings(expression: Node): string[] {
  switch (expression.type) {
    case 'Literal':
      return isWords(expression.value) ? [expression.value] : [];
    case 'TemplateLiteral':
      return (expression['quasis'] as { value: { raw: string } }[]).map(({ value }) => value.raw).filter(isWords);
    case 'ConditionalExpression':
      return [...shownStrings(expression['consequent'] as Node), ...shownStrings(expression['alternate'] as Node)];
    case 'LogicalExpression':
      return shownStrings(expression['right'] as Node);
    default:
      return [];
  }
}

const isWords = (value: unknown): value is string => typeof value === 'string' && /\p{L}{2,}/u.test(value);

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((part) => (Array.isArray(part) ? part : [part]).filter(isNode));
}
const isNode = (part: unknown): part is Node => typeof part === 'object' && part !== null && 'type' in part;
