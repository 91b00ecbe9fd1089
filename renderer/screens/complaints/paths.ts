/** Addresses of the complaint screens, for those who lead there. */

/** A new complaint from a counter, with the visitor who stands there or without. */
export function newComplaintPath(counterId: string, ticketId: string | null): string {
  const from = new URLSearchParams({ loket: counterId, ...(ticketId === null ? {} : { karcis: ticketId }) });
  return `/pengaduan/baru?${from.toString()}`;
}

/** A complaint about a day that is over, as the blackout book tells it: the date of the event and the service are known. */
export const pastComplaintPath = (date: string, serviceId: string): string =>
  `/pengaduan/baru?${new URLSearchParams({ tanggal: date, layanan: serviceId }).toString()}`;

/** Where one goes from the form: back to the counter that one came from, else to the list. */
export const leaveTo = (counterId: string | null): string => (counterId === null ? '/pengaduan' : `/loket/${counterId}`);
