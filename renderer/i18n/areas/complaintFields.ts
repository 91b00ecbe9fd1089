export { complaintFields as id } from '../id/complaintFields.ts';
export { complaintFields as en } from '../en/complaintFields.ts';
