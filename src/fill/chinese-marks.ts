// Takes a text of the report, gives it with the marks of Chinese text: , ; : ? ! typed narrow beside hanzi become ，；：？！
// (GB/T 15834—2011, 4). Thousands, times of day and marks between Latin words stay as they are.

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** A narrow mark after a hanzi or a closing mark, or after a figure and before a hanzi. */
const beside = /(?<=[\p{Script=Han}”’）》])[,;:?!]|(?<=[\d%‰℃])[,;](?=[\p{Script=Han}“（《])/gu;

export const chineseMarks = (text: string): string => text.replaceAll(beside, (mark) => wide[mark] ?? mark);
