/** Answers of GeoReport v2 in its two formats. JSON is the XML without its root (Spark convention): lists are arrays. */
import XMLBuilder from 'fast-xml-builder';

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];

export const contentType: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** What an element of a list is called in XML. */
const itemOf: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

const builder = new XMLBuilder({ ignoreAttributes: true, suppressEmptyNode: false, processEntities: true });

/** @param root the XML root; its elements are named by the specification. */
export function render(format: Format, root: string, value: Value): string {
  if (format === 'json') return JSON.stringify(value);
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: toXml(root, value) })}`;
}

function toXml(name: string, value: Value): unknown {
  if (value === null) return '';
  if (typeof value === 'string') return value.replaceAll(notXml, ' ');
  if (isList(value)) {
    const item = itemOf[name];
    if (item === undefined) throw new Error(`no name for the elements of ${name}`);
    return value.length === 0 ? '' : { [item]: value.map((one) => toXml(item, one)) };
  }
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, toXml(key, of)]));
  return value;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

// What XML 1.0 cannot hold, not even escaped: control characters and halves of characters.
const notXml = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;
