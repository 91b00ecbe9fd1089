/** Roles a staff account can hold (DOMAIN: petugas = counter officer, pengawas = supervisor, keamanan = guard). */
export const staffRoles = ['petugas', 'pengawas', 'keamanan', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/**
 * Everyone who may knock at the contract:
 * `anonymous` a staff window before login, `locked` one whose screen lock is on, `kiosk` and `board` the two
 * screens that run without a login, `system` the host itself (no transport ever grants it).
 */
export const callerRoles = ['anonymous', 'locked', 'kiosk', 'board', ...staffRoles, 'system'] as const;
export type CallerRole = (typeof callerRoles)[number];

/** Which kind of window a connection serves; fixed for the life of the connection. */
export const surfaces = ['staff', 'kiosk', 'board'] as const;
export type Surface = (typeof surfaces)[number];

export const everyStaff = staffRoles;
