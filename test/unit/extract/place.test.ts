// Where a report's place comes from: its head, its body, its file's name; what the file's name says; levels.
import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../../src/extract/assemble/assemble.ts';
import { readFacts } from '../../../src/extract/facts.ts';
import { readFileName } from '../../../src/extract/file-name.ts';
import { inferPlace } from '../../../src/extract/infer-place.ts';
import { levelOf, shortName } from '../../../src/extract/place-names.ts';
import type { Report } from '../../../src/report/schema.ts';

const long = '全力以赴稳增长、促改革、调结构、惠民生，各项工作取得了新的成绩，为今后的发展打下了坚实的基础。';
const text = (opening: string, body = '', heads = ['2020年工作回顾', '2021年工作安排']): string =>
  ['各位代表：', opening, `一、${heads[0]}`, `${body}${long}`, `二、${heads[1]}`, `新建学校5所。${long}`].join('\n');
const headOf = (source: string, name: string): Report => assembleReport(readFacts(source, { year: 2021 }), { name });
const plain = '现在，我代表区人民政府向大会报告工作，请予审议。';

describe('place of a report', () => {
  it.each([
    ['现在，我代表罗湖区人民政府向大会报告工作。', '罗湖区', '罗湖区', 'county'],
    ['现在，我代表光明区一届人民政府向大会报告工作。', '光明区', '光明区', 'county'],
    ['现在，我代表大鹏新区管理委员会向大会报告工作。', '大鹏新区', '大鹏新区', 'county'],
    ['现在，我代表新乡市红旗区人民政府向大会报告工作。', '新乡市红旗区', '红旗区', 'county'],
  ])('is named by who speaks: %s', (opening, name, short, level) => {
    const { place, source } = headOf(text(opening), 'report');
    expect(place).toEqual({ name, short, level });
    expect(source.note ?? '').not.toContain('地名');
  });

  it('stands before the meeting, after the speaker', () => {
    const line = '——2025年1月14日自治区人民政府主席王某某在内蒙古自治区第十四届人民代表大会第三次会议上';
    const report = headOf(
      `2025年内蒙古自治区政府工作报告\n${line}\n${text('现在，我代表自治区人民政府，向大会报告工作。')}`,
      'x',
    );
    expect(report.place).toEqual({ name: '内蒙古自治区', short: '内蒙古自治区', level: 'province' });
    expect(report.speaker).toEqual({ name: '王某某', office: '自治区人民政府主席' });
    expect(report.meeting.name).toBe('内蒙古自治区第十四届人民代表大会第三次会议');
  });

  it('comes from the body where it stands out, and says so', () => {
    const many = '广东经济稳中向好，广东发展迈上新台阶，广东制造、广东服务走向世界，学习上海经验。';
    const { place, source } = headOf(text('现在，我代表省人民政府向大会报告工作。', many), 'report');
    expect(place).toEqual({ name: '广东省', short: '广东省', level: 'province' });
    expect(source.note).toContain('广东省由正文推定');
    const titled = '编制《龙岗区总体规划》，出台《龙岗区人才办法》和《深圳市条例》。';
    expect(headOf(text(plain, titled), 'report').place.name).toBe('龙岗区');
    expect(inferPlace(text(plain, '出台《龙岗区办法》和《示范区方案》《示范区规划》。'))).toBeUndefined();
  });

  it('comes from the file’s name last, parted with the help of the text', () => {
    const spoken = '罗湖经济稳中有进，罗湖口岸、罗湖商圈焕发活力，大美罗湖更加宜居。';
    const { place, source, id } = headOf(text(plain, spoken), 'district_深圳罗湖区_2021b');
    expect(place).toEqual({ name: '深圳市罗湖区', short: '罗湖区', level: 'county' });
    expect(source.note).toContain('罗湖区取自文件名');
    expect(id).toBe('district-深圳罗湖区-2021b');
  });

  it('keeps the file’s name and the level spoken for when nothing names it', () => {
    const { place, source } = headOf(text('现在，我代表市人民政府向大会报告工作。'), 'report');
    expect(place).toEqual({ name: 'report', short: 'report', level: 'prefecture' });
    expect(source.note).toContain('原文没有写明地名');
  });

  it('says when the file’s name tells of another place', () => {
    const source = text('现在，我代表罗湖区人民政府向大会报告工作。');
    expect(headOf(source, '深圳市福田区2021年政府工作报告').source.note).toContain('文件名写的是深圳市福田区');
    expect(headOf(source, '深圳市罗湖区2021年政府工作报告').source.note ?? '').not.toContain('文件名');
  });

  it('is a city of the county level below another city', () => {
    const opening = '现在，我代表安国市人民政府向大会报告工作。';
    const below = '全面落实省委、保定市委各项要求，贯彻中央、省、保定市决策部署。';
    expect(headOf(text(opening, below), 'x').place.level).toBe('county');
    expect(headOf(text(opening), 'county_安国_2021').place.level).toBe('county');
    expect(headOf(text(opening), 'x').place.level).toBe('prefecture');
  });
});

describe('file names', () => {
  it.each([
    ['prov_海南省_2025', { level: 'province', place: '海南省', year: 2025 }],
    ['prov_宁夏_2025', { level: 'province', place: '宁夏回族自治区', year: 2025 }],
    ['city_深圳市_2005', { level: 'prefecture', place: '深圳市', year: 2005 }],
    ['河北省保定市高阳县2019年政府工作报告（全文）', { level: 'county', place: '河北省保定市高阳县', year: 2019 }],
    ['广东深圳市_2019', { level: 'prefecture', place: '广东省深圳市', year: 2019 }],
    ['海南藏族自治州2020', { level: 'prefecture', place: '海南藏族自治州', year: 2020 }],
    ['政府工作报告定稿', {}],
    ['report', {}],
    ['gov-work-report-2020-final', { year: 2020 }],
  ])('%s', (name, told) => {
    expect(readFileName(name, '')).toEqual(told);
  });

  it('takes the last part that the text gives a bare name', () => {
    const body = '满城区坚持稳中求进，满城区加快发展，满城草莓香飘全国，满城、满城。';
    expect(readFileName('county_满城_2020', body)).toEqual({ level: 'county', place: '满城区', year: 2020 });
  });
});

describe('names of places', () => {
  it.each([
    ['北京市', 'province', '北京市'],
    ['河北省保定市安国市', 'county', '安国市'],
    ['新乡市红旗区', 'county', '红旗区'],
    ['延边朝鲜族自治州', 'prefecture', '延边朝鲜族自治州'],
    ['某县某镇', 'township', '某镇'],
    ['全国', 'national', '全国'],
  ])('%s is of the level %s', (name, level, short) => {
    expect([levelOf(name), shortName(name)]).toEqual([level, short]);
  });
});

describe('reports of one place and year', () => {
  it('tells the report that closes a term from the yearly one', () => {
    const opening = '现在，我代表宝安区人民政府向大会报告工作。';
    const yearly = headOf(text(opening), '宝安区_2021b');
    const closing = headOf(
      text(opening, '', ['区六届人大一次会议以来的工作', '未来五年发展目标和重点任务']),
      '宝安区_2021',
    );
    expect([yearly.title, closing.title]).toEqual(['宝安区2021年政府工作报告', '宝安区2021年政府工作报告（换届）']);
    expect(closing.source.note).toContain('换届');
    expect(yearly.id).not.toBe(closing.id);
  });
});
