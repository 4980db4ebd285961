// The texts of what can be wrong with a report file: message and hint for each fault, in both languages.
// Functions, so that tests and documentation call them instead of copying the wording.
import type { Diagnostic, DiagnosticCode, Message } from '../diagnostics/diagnostic.ts';

const error = (file: string, code: DiagnosticCode, message: Message, hint?: Message): Diagnostic => ({
  severity: 'error',
  code,
  file,
  message,
  ...(hint && { hint }),
});

export const tooLarge = (file: string, megabytes: number): Diagnostic =>
  error(
    file,
    'extract/too-large',
    { zh: `文件超过 ${megabytes} MB，不像一份报告`, en: `the file is larger than ${megabytes} MB, which no report is` },
    { zh: '只留报告正文再试', en: 'keep only the text of the report and try again' },
  );

export const tooMuchInside = (file: string, megabytes: number): Diagnostic =>
  error(
    file,
    'extract/bad-archive',
    { zh: `压缩包里的正文超过 ${megabytes} MB`, en: `the text packed inside is larger than ${megabytes} MB` },
    { zh: '用 Word 打开，另存为 .docx 或 .txt 再试', en: 'open it in Word and save it again as .docx or .txt' },
  );

export const badArchive = (file: string): Diagnostic =>
  error(
    file,
    'extract/bad-archive',
    { zh: '不是完好的 DOCX 文件', en: 'this is no sound DOCX file' },
    { zh: '用 Word 打开，另存为 .docx 或 .txt 再试', en: 'open it in Word and save it again as .docx or .txt' },
  );

export const notDocx = (file: string): Diagnostic =>
  error(
    file,
    'extract/bad-archive',
    { zh: '压缩包里没有 Word 正文（word/document.xml）', en: 'the archive holds no Word text (word/document.xml)' },
    { zh: '给报告的 .docx、.pdf 或 .txt 文件', en: 'give the .docx, .pdf or .txt file of the report' },
  );

export const oldWord = (file: string): Diagnostic =>
  error(
    file,
    'extract/unreadable',
    {
      zh: '这是旧版 Word 的 .doc 文件或其他二进制文档',
      en: 'this is an old Word .doc file or another binary document',
    },
    { zh: '用 Word 或 WPS 另存为 .docx 再试', en: 'save it as .docx in Word or WPS and try again' },
  );

export const badPdf = (file: string): Diagnostic =>
  error(
    file,
    'extract/unreadable',
    { zh: 'PDF 文件打不开', en: 'the PDF file cannot be opened' },
    { zh: '确认文件没有损坏、没有加密码', en: 'make sure that it is whole and has no password' },
  );

export const empty = (file: string): Diagnostic =>
  error(file, 'extract/no-text', { zh: '文件是空的', en: 'the file is empty' });

export const scanned = (file: string): Diagnostic =>
  error(
    file,
    'extract/no-text',
    { zh: 'PDF 里没有文字，多半是扫描件', en: 'the PDF holds no text; it is probably a scan' },
    {
      zh: '先做文字识别（OCR），或向起草单位要电子版',
      en: 'run text recognition (OCR) on it first, or ask the drafting office for the file',
    },
  );

export const badEncoding = (file: string): Diagnostic =>
  error(
    file,
    'extract/bad-encoding',
    { zh: '文字编码不是 UTF-8、UTF-16 或 GB18030', en: 'the text is not encoded in UTF-8, UTF-16 or GB18030' },
    { zh: '用记事本打开，另存为 UTF-8 再试', en: 'open it in an editor and save it as UTF-8' },
  );

export const notText = (file: string): Diagnostic =>
  error(
    file,
    'extract/unreadable',
    { zh: '文件不是文本', en: 'the file is not a text' },
    { zh: '给报告的 .docx、.pdf 或 .txt 文件', en: 'give the .docx, .pdf or .txt file of the report' },
  );

export const notReport = (file: string): Diagnostic =>
  error(
    file,
    'extract/not-a-report',
    { zh: '看不出这是一份政府工作报告', en: 'this does not read like a government work report' },
    {
      zh: '报告应有“各位代表”、各部分标题和工作数字',
      en: 'a report has its greeting to the deputies, headed parts and figures',
    },
  );

export const yearGuessed = (file: string, year: number): Diagnostic => ({
  severity: 'warning',
  code: 'extract/not-a-report',
  file,
  message: {
    zh: `原文没有写明年份，按回顾 ${year} 年处理`,
    en: `the text names no year; ${year} is taken as the year reviewed`,
  },
  hint: { zh: '在命令里用 --year 指定会议年份', en: 'name the year of the meeting with --year' },
});
