/** Parts of forms: each field with its label, its hint and what is wrong with it, tied together for readers of screens. */
import { written } from '../../public/written.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined;
  readonly required?: boolean;
  /** Where several forms of a page have a field of this name: which form it is. */
  readonly idOf?: string;
}

export interface InputField extends Field {
  readonly type?: 'text' | 'password' | 'date' | 'number';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric';
  readonly maxlength?: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly narrow?: boolean;
}

const id = ({ name, idOf }: Pick<Field, 'name' | 'idOf'>) => (idOf === undefined ? `f-${name}` : `f-${idOf}-${name}`);

/** Label, field, hint and problem in their order. */
function labelled(of: Field, field: (describedBy: Markup | null) => Markup): Markup {
  const { label, hint, problem } = of;
  const ids = [...(hint === undefined ? [] : [`${id(of)}-hint`]), ...(problem === undefined ? [] : [`${id(of)}-problem`])];
  const described = ids.length === 0 ? null : html`aria-describedby="${ids.join(' ')}"`;
  return html`<div class="field">
    <label for="${id(of)}">${label}</label>
    ${hint === undefined ? null : html`<p class="hint" id="${id(of)}-hint">${hint}</p>`} ${field(described)}
    ${problem === undefined ? null : html`<p class="problem" id="${id(of)}-problem">${problem}</p>`}
  </div>`;
}

const flags = ({ required, problem }: Field): Markup =>
  html`${required === true ? html` required` : null}${problem === undefined ? null : html` aria-invalid="true"`}`;

const attribute = (name: 'autocomplete' | 'inputmode' | 'maxlength' | 'min' | 'max', value: string | number | undefined): Markup | null =>
  value === undefined ? null : html` ${attributeNames[name]}="${value}"`;
const attributeNames = {
  autocomplete: html`autocomplete`,
  inputmode: html`inputmode`,
  maxlength: html`maxlength`,
  min: html`min`,
  max: html`max`,
};

export const input = (field: InputField): Markup =>
  labelled(
    field,
    (described) =>
      html`<input
        id="${id(field)}"
        name="${field.name}"
        type="${field.type ?? 'text'}"
        value="${field.value ?? ''}"
        ${field.narrow === true ? html`class="narrow"` : null}
        ${attribute('autocomplete', field.autocomplete)}
        ${attribute('inputmode', field.inputmode)}
        ${attribute('maxlength', field.maxlength)}
        ${attribute('min', field.min)}
        ${attribute('max', field.max)}
        ${described}
        ${flags(field)}
      />`,
  );

export const textarea = (field: Field & { readonly rows?: number; readonly maxlength?: number }): Markup =>
  labelled(
    field,
    (described) =>
      html`<textarea
        id="${id(field)}"
        name="${field.name}"
        rows="${field.rows ?? 4}"
        ${attribute('maxlength', field.maxlength)}
        ${described}
        ${flags(field)}
      >
${field.value ?? ''}</textarea>`,
  );

export type Choice = readonly [value: string, label: string];

export const select = (field: Field & { readonly choices: readonly Choice[] }): Markup =>
  labelled(
    field,
    (described) =>
      html`<select id="${id(field)}" name="${field.name}" ${described} ${flags(field)}>
        ${field.choices.map(
          ([value, label]) => html`<option value="${value}" ${value === (field.value ?? '') ? html`selected` : null}>${label}</option>`,
        )}
      </select>`,
  );

/** Choices of which any number may be ticked. */
export const checkboxes = ({
  name,
  legend,
  hint,
  choices,
  ticked,
  problem,
}: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly ticked: readonly string[];
  readonly problem?: string | undefined;
}): Markup =>
  html`<fieldset class="choices">
    <legend>${legend}</legend>
    ${hint === undefined ? null : html`<p class="hint">${hint}</p>`}
    ${problem === undefined ? null : html`<p class="problem">${problem}</p>`}
    ${choices.map(
      ([value, label]) =>
        html`<label
          ><input type="checkbox" name="${name}" value="${value}" ${ticked.includes(value) ? html`checked` : null} /> ${label}</label
        >`,
    )}
  </fieldset>`;

/** A word about what just happened or went wrong, before everything else. */
export const notice = (text: string, kind: 'good' | 'bad' = 'good'): Markup =>
  html`<p class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${text}</p>`;

/** Values of a field that may come once, several times or not at all. */
export const many = (value: unknown): readonly string[] => {
  if (value === undefined || value === null || value === '') return [];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
};

/** One value of a field exactly as it was typed, for secrets; empty when it did not come. */
export const exactly = (body: unknown, name: string): string => {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};

/** What was written in a field; empty when it did not come. */
export const one = (body: unknown, name: string): string => written(exactly(body, name));

/** The values of a field that stands once in each row: empty ones keep their place. */
export const column = (body: unknown, name: string): readonly string[] => {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return (Array.isArray(value) ? value : [value]).map((cell) => (typeof cell === 'string' ? written(cell) : ''));
};
