import { z } from 'zod';

/**
 * Who works in the agency view (DOMAIN section 4, roles): `admin` (admin instansi) manages offices and users, `pejabat` (pejabat
 * penghubung) answers the complaints of his units, `pengamat` reads.
 */
export const agencyRoles = ['admin', 'pejabat', 'pengamat'] as const;
export const agencyRole = z.enum(agencyRoles);
export type AgencyRole = (typeof agencyRoles)[number];

/** Somebody of the agency, as far as decisions need it. */
export interface AgencyUser {
  readonly userId: string;
  readonly login: string;
  readonly fullName: string;
  readonly role: AgencyRole;
  /** `null`: all offices of the agency. */
  readonly seesOffices: readonly string[] | null;
  /** Of an officer; `null`: all units. */
  readonly seesUnits: readonly string[] | null;
  readonly mustChange: boolean;
  readonly hasSecondFactor: boolean;
  readonly active: boolean;
}

interface Kept {
  readonly unitId: string | null;
  readonly confidential: boolean;
}

/** Whether a complaint is of the user's units; administrators and readers are bound to offices alone. */
export const isOfUnits = ({ role, seesUnits }: AgencyUser, unitId: string | null): boolean =>
  role !== 'pejabat' || seesUnits === null || (unitId !== null && seesUnits.includes(unitId));

/** Whether the user may know of a complaint of an office that is hers: a confidential one is no reader's business. */
export const maySee = (user: AgencyUser, { unitId, confidential }: Kept): boolean =>
  isOfUnits(user, unitId) && !(confidential && user.role === 'pengamat');

/**
 * Whether she may read its words: they are personal, so only who works on it does (UU 27/2022, DOMAIN section 7). Of a confidential
 * one that is the officer of the unit in charge alone.
 */
export const mayRead = (user: AgencyUser, complaint: Kept): boolean =>
  user.role === 'pejabat' ? maySee(user, complaint) : user.role === 'admin' && !complaint.confidential;

/** What the agency can ask an office about a complaint. */
export const complaintActs = ['answer', 'recordMeasure', 'askComplainant', 'verify', 'assign', 'note'] as const;
export const complaintAct = z.enum(complaintActs);
export type ComplaintAct = (typeof complaintActs)[number];

/** Passing a confidential complaint on needs no look into it; answering it does. */
export const mayAct = (user: AgencyUser, act: ComplaintAct, complaint: Kept): boolean => {
  if (user.role === 'pengamat') return false;
  return act === 'assign' || act === 'verify' ? maySee(user, complaint) : mayRead(user, complaint);
};
