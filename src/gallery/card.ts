// What the gallery shows of a report besides its documents: kept beside the output as of the report's last build, one
// file a report, so that a page can be made without loading and auditing every report again, and shards can be merged.
import path from 'node:path';
import { z } from 'zod';
import type { Host } from '../host.ts';
import { cardsFolder } from './file-names.ts';

const message = z.object({ zh: z.string(), en: z.string() });

const cardFinding = z.object({
  level: z.enum(['conflict', 'unusual', 'note']),
  rule: message,
  name: z.string(),
  /** The statements in one text, in Chinese. */
  stated: z.string(),
  computation: message,
  assumption: message.optional(),
});

/** How the project's papers look, for the head of the page. */
const look = z.object({
  /** The unit's masthead; empty when the theme names none. */
  masthead: z.string(),
  red: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  slate: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
});
export type Look = z.output<typeof look>;

const cardSchema = z.object({
  short: z.string(),
  level: z.enum(['national', 'province', 'prefecture', 'county', 'township']),
  meeting: z.string(),
  date: z.string(),
  speaker: z.string(),
  pinyin: z.object({ full: z.string(), initials: z.string() }),
  /** Names of the templates that the project had, and how its papers looked. */
  kinds: z.record(z.string(), message),
  look,
  /** Those that are open. */
  findings: z.array(cardFinding),
});
export type Card = z.output<typeof cardSchema>;
export type CardFinding = z.output<typeof cardFinding>;

/** Path in the output folder. */
export const cardFile = (report: string): string => path.join(cardsFolder, `${report}.json`);

export const cardText = (card: Card): string => `${JSON.stringify(card, undefined, 1)}\n`;

/** The card kept at the last build; undefined when it is absent or not ours: then the page shows what the manifest says. */
export const readCard = async (file: string, host: Host): Promise<Card | undefined> => {
  try {
    return cardSchema.safeParse(JSON.parse(new TextDecoder().decode(await host.read(file)))).data;
  } catch {
    return undefined;
  }
};
