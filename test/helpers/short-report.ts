/** The data of a short report; `changes` are made in its text. */
export const shortReport = (id: string, ...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce(
    (text, [from, to]) => text.replace(from, () => to),
    `id: ${id}
title: 红旗区2017年政府工作报告
place: { name: 河南省新乡市红旗区, short: 红旗区, level: county }
meeting: { name: 区人民代表大会第一次会议, date: 2017-04-21 }
years: { reviewed: 2016, planned: 2017 }
source: { title: 政府工作报告 }
briefing: { masthead: 政情简报, issue: 3, issuer: 区政府办, date: 2017-04-25 }
summary: 经济平稳，民生改善。
sections:
  - id: 1
    title: 2016年工作回顾
    part: review
    observations:
      - id: gdp-2016
        indicator: gdp
        name: 地区生产总值
        period: 2016
        value: 157.5
        unit: 亿元
        growth: { value: 7.1, unit: '%' }
        source: { section: 1, sentence: 1 }
problems:
  - text: 结构还不够优
`,
  );
