export { complaintList as id } from '../id/complaintList.ts';
export { complaintList as en } from '../en/complaintList.ts';
