// Reads the lines before the body: title, meeting, date, speaker and office, place.
// Takes lines of cleaned text (spaces inside names are gone); gives what it finds, each part optional.
import type { Line } from './outline.ts';
import { isPlaceName } from './place-names.ts';

export type TitleBlock = {
  readonly title?: string;
  readonly meeting?: string;
  /** ISO date of the meeting, `2017-04-21`; the first of the month or year when only those are printed. */
  readonly date?: string;
  readonly speaker?: string;
  readonly office?: string;
  /** 新乡市红旗区, as the meeting or the office names it. */
  readonly place?: string;
};

const officeWords =
  '代理省长|代省长|省长|代理市长|代市长|市长|代理区长|代区长|区长|代理县长|代县长|县长|代理主席|代主席|主席|总理|管委会主任|党工委书记|主任|州长|代州长|盟长|旗长|代旗长|镇长|乡长';

const two = (text: string): string => text.padStart(2, '0');

const dateIn = (text: string): string | undefined => {
  const match = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/.exec(text);
  if (match) return `${match[1]}-${two(match[2]!)}-${two(match[3]!)}`;
  const dashed = /((?:19|20)\d\d)-(\d{2})-(\d{2})/.exec(text);
  return dashed ? undefined : undefined;
};

/** 新乡市红旗区 in 新乡市红旗区第十四届人民代表大会第一次会议. */
const namedPlace = (meeting: string): string | undefined => {
  if (meeting.includes('全国人民代表大会')) return '全国';
  const place = /^([^第]{2,20}?)第?[一二三四五六七八九十]{1,3}届/.exec(meeting)?.[1];
  return place !== undefined && /[省市区县州盟旗镇乡]$/.test(place) ? place : undefined;
};

/** 我代表宝安区人民政府, 代表光明区一届人民政府, 代表大鹏新区管理委员会. */
const represented = /代表([^，。：:！]{2,20}?)(?:第?[一二三四五六七八九十]{1,3}届)?(?:人民政府|政府|管委会|管理委员会)/;

/** Reads the title block above line `first`, and the opening lines below it for the office. */
export const readTitleBlock = (lines: readonly Line[], first: number): TitleBlock => {
  const top = lines
    .slice(0, Math.max(first, 1))
    .map((line) => line.text)
    .filter((text) => text.length < 120);
  const title = top.findLast(
    (text) => /工作报告|政府报告/.test(text) && !/会议上|^现在/.test(text) && text.length < 40,
  );
  const meetingLine =
    top.findLast(
      (text) => /(?:会议|大会)(?:第[一二三四五六七八九十\d]+次会议)?上?[）)]?$/.test(text) && /第/.test(text),
    ) ?? top.findLast((text) => /人民代表大会/.test(text));
  const undated = (meetingLine ?? '').replace(/^[—\-（(\s]*(?:\d{4}年\d{1,2}月\d{1,2}日)?/, '');
  // 自治区人民政府主席王莉霞在内蒙古自治区第十四届…: who speaks stands before where
  const speaks = new RegExp(`^([^，。：:在]{0,24}?(?:${officeWords}))([\\u4e00-\\u9fff·]{2,12}?)在(?=.*第)`).exec(
    undated,
  );
  const meeting = /(?:在)?([^，。（）()]*?第[^，。（）()]*?会议)/
    .exec(undated.slice(speaks?.[0].length ?? 0))?.[1]
    ?.replace(/^在/, '');
  const date = dateIn(meetingLine ?? '') ?? top.map(dateIn).findLast((each) => each !== undefined);
  const office = new RegExp(`^[—\\-（(]*([^，。：:]{0,24}?(?:${officeWords}))[:：]?([\\u4e00-\\u9fff·]{2,12})?[)）]?$`);
  const spoken = top.map((text) => office.exec(text)).findLast((match) => match?.[2] !== undefined) ?? speaks;
  const opening = lines
    .slice(first, first + 3)
    .map((line) => line.text)
    .join('');
  // a text without a greeting may begin with the words that follow it
  const represents = [opening, ...top]
    .map((text) => represented.exec(text)?.[1])
    .find((name) => name !== undefined && isPlaceName(name));
  const place =
    namedPlace(meeting ?? '') ??
    represents ??
    /^(.{2,16}?)(?:人民政府|政府)/.exec(spoken?.[1] ?? '')?.[1] ??
    (/国务院/.test(opening) ? '全国' : undefined);
  return {
    ...(title !== undefined && { title }),
    ...(meeting !== undefined && { meeting }),
    ...(date !== undefined && { date }),
    ...(spoken?.[2] !== undefined && { speaker: spoken[2] }),
    ...(spoken?.[1] !== undefined && { office: spoken[1] }),
    ...(place !== undefined && { place: place.replace(/^——?/, '') }),
  };
};
