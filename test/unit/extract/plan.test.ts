// Tasks of a plan: what will be done, not the principles that it opens with.
import { describe, expect, it } from 'vitest';
import { extractReport } from '../../../src/extract/extract.ts';
import { reportOf } from './report-of.ts';

/** A text is a report by its length and its figures. */
const review = [
  '面对复杂严峻的形势，全县上下团结一心，真抓实干，各项工作都取得了新的成绩，为今后发展打下了坚实的基础。'.repeat(8),
  '全年地区生产总值完成82.4亿元，增长7.2%；固定资产投资60.3亿元，增长9%；新建学校6所，改造道路12条。',
].join('\n');

const tasksOf = async (plan: string): Promise<readonly string[]> => {
  const { value } = await extractReport(
    'qinghe-2017.txt',
    new TextEncoder().encode(reportOf({ review, plan: `地区生产总值增长7.5%，新建幼儿园3所。\n${plan}` })),
    {},
  );
  return value?.report.tasks.map(({ text }) => text).filter((text) => !/幼儿园|地区生产/u.test(text)) ?? [];
};

describe('tasks', () => {
  it('leave out the principles of the year', async () => {
    const opening = [
      '做好今年政府工作，要以新发展理念为指导，全面落实各项部署，加快推进高质量发展。',
      '今年政府工作的总体要求是：坚持稳中求进，统筹推进各项建设，完善城乡设施。',
    ];
    expect(await tasksOf(`${opening.join('')}加快推进人民路改造，完善城区路网建设。`)).toEqual([
      '加快推进人民路改造，完善城区路网建设',
    ]);
  });

  it('leave off the numbers of a list', async () => {
    expect(await tasksOf('①加快推进人民路改造，完善城区路网建设；②完成全民健身中心建设，提升服务能力。')).toEqual([
      '加快推进人民路改造，完善城区路网建设',
      '完成全民健身中心建设，提升服务能力',
    ]);
  });

  it('keep work that is guided by a thought', async () => {
    const task = '坚持以生态文明理念为指导，推进绿色低碳发展，实施节能改造工程';
    expect(await tasksOf(`${task}。`)).toEqual([task]);
  });
});

describe('targets', () => {
  it('may be a direction without a figure', async () => {
    const plan =
      '主要预期目标是：固定资产投资增长8%，进出口稳中提质，地方一般公共预算收入实现正增长，经济运行稳中有进。';
    const { value } = await extractReport('qinghe-2017.txt', new TextEncoder().encode(reportOf({ review, plan })), {});
    expect(value?.report.targets.map(({ name, relative = '' }) => `${name}${relative}`)).toEqual([
      '固定资产投资',
      '进出口稳中提质',
      '地方一般公共预算收入实现正增长',
    ]);
  });
});
