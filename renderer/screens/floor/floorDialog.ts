/** What is open over the floor. */
export type FloorDialog =
  | { readonly kind: 'counter'; readonly counterId: string }
  | { readonly kind: 'disturb'; readonly serviceId: string }
  | { readonly kind: 'broadcast' | 'thank' | 'policy' };
