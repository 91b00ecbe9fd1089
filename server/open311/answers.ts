/** The shapes of GeoReport v2, for the description of the interface. */
import { z } from 'zod';

const text = z.string().nullable();

export const services = z.array(
  z.object({
    service_code: z.string(),
    service_name: z.string(),
    description: z.string(),
    metadata: z.boolean(),
    type: z.enum(['realtime', 'batch', 'blackbox']),
    keywords: z.string(),
    group: z.string(),
  }),
);

export const definition = z.object({
  service_code: z.string(),
  attributes: z.array(
    z.object({
      variable: z.boolean(),
      code: z.string(),
      datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
      required: z.boolean(),
      datatype_description: text,
      order: z.number().int(),
      description: z.string(),
      values: z.array(z.object({ key: z.string(), name: z.string() })),
    }),
  ),
});

export const requests = z.array(
  z.object({
    service_request_id: z.string(),
    status: z.enum(['open', 'closed']),
    status_notes: text,
    service_name: z.string(),
    service_code: z.string(),
    description: text,
    agency_responsible: text,
    service_notice: text,
    requested_datetime: text,
    updated_datetime: text,
    expected_datetime: text,
    address: text,
    address_id: text,
    zipcode: text,
    lat: z.number().nullable(),
    long: z.number().nullable(),
    media_url: text,
  }),
);

export const discovery = z.object({
  changeset: z.string(),
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(
    z.object({
      specification: z.string(),
      url: z.string(),
      changeset: z.string(),
      type: z.enum(['production', 'test']),
      formats: z.array(z.string()),
    }),
  ),
});

export const errors = z.array(z.object({ code: z.number().int(), description: z.string() }));
