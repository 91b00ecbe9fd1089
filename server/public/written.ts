/**
 * What somebody wrote in a form, as texts of the program are: line breaks of one kind (a browser sends two characters), no
 * other control characters, nothing around it.
 */
export const written = (text: string): string =>
  text
    .replaceAll(/\r\n?/gu, '\n')
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not come in
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
    .trim();
