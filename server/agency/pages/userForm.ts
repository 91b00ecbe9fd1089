import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { UserContext } from '../context.ts';
import { agencyRoles } from '../roles.ts';
import type { UserRights } from '../users.ts';
import { checkboxes, type Choice, input } from './forms.ts';

/** A user as somebody typed her, with what is wrong. */
export interface UserTyped {
  readonly login: string;
  readonly fullName: string;
  readonly role: string;
  readonly seesOffices: readonly string[];
  readonly seesUnits: readonly string[];
  /** `null`: something is wrong. */
  readonly rights: UserRights | null;
  readonly loginProblem?: string;
  readonly fullNameProblem?: string;
  readonly roleProblem?: string;
}

export interface UserChoices {
  readonly offices: readonly Choice[];
  readonly units: readonly Choice[];
}

type Filled = Pick<UserTyped, 'fullName' | 'role' | 'seesOffices' | 'seesUnits' | 'fullNameProblem' | 'roleProblem'>;

/** Name, role, offices and units. */
export function rightsFields({ words }: UserContext, typed: Filled, { offices, units }: UserChoices): Markup {
  const w = words.admin;
  return html`${input({
      name: 'lengkap',
      label: w.fullName,
      value: typed.fullName,
      problem: typed.fullNameProblem,
      maxlength: 80,
      required: true,
    })}
    <fieldset class="choices">
      <legend>${w.role}</legend>
      ${typed.roleProblem === undefined ? null : html`<p class="problem">${typed.roleProblem}</p>`}
      ${agencyRoles.map(
        (role) =>
          html`<label class="wide"
            ><input type="radio" name="peran" value="${role}" required ${typed.role === role ? html`checked` : null} />
            ${w.roleHint[role]}</label
          >`,
      )}
    </fieldset>
    ${
      offices.length === 0
        ? null
        : checkboxes({ name: 'kantor', legend: w.offices, hint: w.officesHint, choices: offices, ticked: typed.seesOffices })
    }
    ${units.length === 0 ? null : checkboxes({ name: 'unit', legend: w.units, hint: w.unitsHint, choices: units, ticked: typed.seesUnits })}`;
}
