import { z } from 'zod';
import { id } from '../../../shared/domain/values.ts';
import type { Projection } from '../projections.ts';

const announced = z.object({
  complaintId: id,
  attachments: z
    .array(z.object({ attachmentId: id, mediaType: z.string().max(100), bytes: z.number().int().min(0).max(2_147_483_647) }))
    .max(100),
});

/** Which files belong to a complaint: they follow long after it. What does not fit here is no reason to keep the complaint out. */
export const projectFiles: Projection = async (tx, { officeId }, events) => {
  const files = events.flatMap(({ event, data }) => {
    if (event.type !== 'complaintReceived.v1') return [];
    const { complaintId, attachments } = announced.safeParse(data).data ?? { complaintId: '', attachments: [] };
    return attachments.map((file, place) => ({ ...file, complaintId, place }));
  });
  if (files.length > 0)
    await tx.query(
      `INSERT INTO complaint_file (office_id, complaint_id, attachment_id, place, media_type, bytes)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::text[], $6::integer[]) ON CONFLICT DO NOTHING`,
      [
        officeId,
        files.map(({ complaintId }) => complaintId),
        files.map(({ attachmentId }) => attachmentId),
        files.map(({ place }) => place),
        files.map(({ mediaType }) => mediaType),
        files.map(({ bytes }) => bytes),
      ],
    );
  return [];
};
