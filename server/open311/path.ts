export const open311Path = '/open311/v2';
