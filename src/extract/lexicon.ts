// The closed word classes of the grammar: what a report says around a figure, by the part that the word plays.
// A rule never lists words itself; it asks for a class. Longer words come first, so 增加到 is not taken for 增加.

const byLength = (words: string): readonly string[] =>
  [...new Set(words.split(/\s+/).filter((word) => word !== ''))].toSorted(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );

/** Blur or bound before a number; the value is what the data model calls it. */
export const modifierWords: ReadonlyMap<string, string> = new Map([
  ['不低于', '不低于'],
  ['不少于', '不少于'],
  ['不小于', '不低于'],
  ['不超过', '不超过'],
  ['不高于', '不超过'],
  ['不多于', '不超过'],
  ['不足', '近'],
  ['不到', '近'],
  ['至少', '不少于'],
  ['将近', '近'],
  ['接近', '近'],
  ['大约', '约'],
  ['约为', '约'],
  ['约占', '约'],
  ['超过', '超'],
  ['突破', '突破'],
  ['逾', '超'],
  ['超', '超'],
  ['近', '近'],
  ['约', '约'],
]);

/** Bound after a number. */
export const boundWords: ReadonlyMap<string, string> = new Map([
  ['以上', '以上'],
  ['及以上', '以上'],
  ['以下', '以下'],
  ['以内', '以内'],
  ['之内', '以内'],
  ['左右', '左右'],
  ['上下', '左右'],
  ['之间', '左右'],
]);

export const prefixModifiers: readonly string[] = byLength([...modifierWords.keys()].join(' '));
export const suffixBounds: readonly string[] = byLength([...boundWords.keys()].join(' '));

/** Links subject and number: 完成21.3亿元, 达到62.5%, 为15立方米. They say nothing of their own. */
export const reachWords: readonly string[] = byLength(
  `达到了 达到 达 为 是 有 完成 实现 控制在 保持在 稳定在 维持在 压控在 控制 保持 稳定 高达 多达 已达 共达 均达 计 共 共计 总计 合计 总共 累计达 累计达到 仅 只 仅为 只有 共有 现有 拥有 已有 分别为
  分别达 分别达到 均为 均达到 全部达到 有望达到 可达 预计达 预计达到 将达 将达到 均 全部 大体 基本 已 累计 首次 历史性 一举 成功 再 来自 还 又 按 拟按 按照 拟安排 拟`,
);

const moveRoots = `增加 增长 提高 提升 上升 扩大 扩展 拓展 发展 壮大 攀升 回升 恢复 改善 优化 调整 变 转变 跃升 跃居 上调 调升 提标 扩容 累积 累计 激增 猛增 递增 升 增 提 扩 上涨 涨 延长 拓宽 延伸 扩充 推进 前移 翻 拉升 抬升 晋升 成长 增多`;
const fallRoots = `下降 减少 降低 回落 下滑 缩减 缩短 压缩 压减 削减 精简 下调 收窄 调减 降 减 缩 压降 下浮 调低 减轻 缩小 缩窄`;
const goals = ['到了', '至', '到', '为', '成'];
const withGoals = (roots: string): string =>
  roots
    .split(' ')
    .flatMap((root) => goals.map((goal) => root + goal))
    .join(' ');

/** 增至, 提高到, 调整为: what follows is the new level. */
export const toWordsUp: readonly string[] = byLength(withGoals(moveRoots));
export const toWordsDown: readonly string[] = byLength(withGoals(fallRoots));
export const fromWords: readonly string[] = ['由', '从', '自'];

/** What follows is the change itself. */
export const riseWords: readonly string[] = byLength(
  `增长 增加 提高 提升 上升 递增 上涨 扩大 净增 增 升 涨 多增 增收 增长了 增加了 提高了 提升了 上升了 扩大了 净增加 同比增 攀升 增速 增速达 翻了 翻 增幅 增幅达 增速为 涨幅 涨幅达 升幅 增长率 增长率达 拉动 延长 延长了 增长达 跃升 前移 增产 增支 提前了 回升 递增率 增长幅度 正增长 实现增长 多 增多 提前 超 超出 高出 高`,
);
export const fallWords: readonly string[] = byLength(
  `下降 减少 降低 回落 下滑 缩减 缩短 压缩 压减 削减 收窄 下降了 减少了 降低了 压减了 压缩了 缩短了 缩减了 削减了 减少约 负增长 降幅 降幅达 减幅 减幅达 降 减 压降 精简 精简了 下调 调减 跌 下跌 降价 平均降价 减产 降幅为 下降率 减轻 再降 少 萎缩 降幅超 缩小 减排`,
);

/** Heads that make a percentage a growth though no verb of growth stands there: 增速达8%. */
export const growthHeads: readonly string[] = byLength(
  `增速 增幅 涨幅 增长率 增长速度 增长幅度 升幅 增长 年均增速 递增率 平均增速`,
);
export const fallHeads: readonly string[] = byLength('降幅 减幅 跌幅 下降率 下降幅度');
export const shareHeads: readonly string[] = byLength('占比 比重 比例 份额 占有率 的比 构成比 占全国比重');

/** Compared with others: 高于全省平均1.4个百分点. */
export const aboveWords: readonly string[] = byLength('高于 高出 快于 好于 优于 领先 超出 超过 领先于 多于 大于 超 高');
export const belowWords: readonly string[] = byLength('低于 慢于 落后 少于 落后于 小于');

/** Adverbs that stand between subject and verb, with what they tell. */
export const yearOnYear: readonly string[] = byLength(
  '同比 比上年 比上年同期 较上年 较上年同期 比去年 较去年 比去年同期 较去年同期 与上年相比 同上年相比 与去年同期相比 比前一年 环比 比上年末 比上年底 比年初 较年初 比上届 较上届 比上期 同期 同期相比 逐年 连续 比同期 与同期相比',
);
export const averageWords: readonly string[] = byLength('年均 平均每年 年平均 每年平均 年均递增 年均实际 每年');
export const eachWords: readonly string[] = byLength('均 都 全部 双双 皆');
export const distributeWords: readonly string[] = byLength('分别 各自');
export const scopeWords: readonly string[] = byLength(
  `按可比价格计算 按可比价计算 按可比口径计算 按可比口径 可比口径 按可比价格 按可比价 扣除价格因素 扣除价格因素后 剔除价格因素 同口径 按同口径 可比价 可比 按现价计算 按不变价计算 按不变价格计算
  扣除物价因素 扣除物价上涨因素 实际增长 名义增长 按新口径 按老口径 剔除不可比因素 按自然口径 自然口径 剔除 按收付实现制 扣除减税降费因素 剔除减税降费因素 按常住人口计算 按户籍人口计算`,
);
export const expectWords: readonly string[] = byLength(
  '预计 预计可 初步预计 初步核算 初步统计 预期 据初步统计 据统计 据初步核算 有望 可望 经初步核算 初步测算',
);
export const cumulativeWords: readonly string[] = byLength('累计 共 总计 合计 共计 总共 先后 前后');
/** Adverbs that tell nothing about the figure. */
export const plainAdverbs: readonly string[] = byLength(
  `已 已经 将 要 拟 又 再 还 也 大幅 大幅度 进一步 稳步 快速 实际 平均 持续 继续 明显 显著 逐步 不断 首次 一举 成功 顺利 圆满 全年 实现 完成 达到 约 近 较快 平稳 保持 同步 有效 提前 超额 基本 总体 历史性 均 全部 双双 就 共同 大体 预计 有望 名义 计划 力争 确保 努力 仍 仅 只 了 的 累计 分别 年均 同比 一共 自然 口径 也 亦 则 却 且 并 而`,
);

/** What may open a clause and is no part of a subject. */
export const openers: readonly string[] = byLength(
  `同时 此外 另外 特别是 尤其是 其中 包括 并且 并 还 也 则 又 且 而 但 从而 使得 使 让 将 要 把 已 已经 累计 共 共计 合计 总计 总共 全年 预计 预期 初步核算 初步统计 初步预计 据统计 据初步统计 力争 确保 努力 努力实现 争取 推动 全区 全市 全省 全县 全州
  我区 我市 我省 我县 我国 本市 全自治区 全辖区 新区 区内 市内 县内 先后 成功 顺利 全面 圆满 继续 大力 积极 加快 全力 稳步 扎实 着力 深入 切实 进一步 高标准 高质量 高水平 强力 协调 重点 快速 强化 不断 通过 对 向 为 在 以 与 和 及 、 以及 当年 当前 现在 各 如 即 其 全部 仅 只 提前 超额 再 更 持续 有效 目标是 目标为 主要是 主要预期目标是 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 首次 一举 拟 年内 平均 每年 年均 基本 我们 全社会用于 由 从 另有 还有 另 计划 有 率先 大力度 有序 完成了 有望 实际 总体 分别 截至 截止 到 至 以来 期间 ， ： “ ” " .`,
);
/** Light verbs before an indicator's own name: 实现地区生产总值, 完成固定资产投资. */
export const lightVerbs: readonly string[] = byLength(
  '实现 完成 达到 取得 保持 达 确保 力争 实现了 完成了 取得了 有 为 是 做到 努力',
);

/** Verbs that open a commitment or an achievement and govern the thing counted; a later item without one inherits it. */
export const actionVerbs: readonly string[] = byLength(
  `查封 暂扣 没收 抓捕 逮捕 摸排 整顿 排除 提标 清拆 清运 清淤 打击 捣毁 缴获 侦办 调处 审计 核减 认证 备案 核发 颁发 颁布 签发 换发 评审 选聘 铺装 疏解 疏散 撤销 合并 重组 改制 划转 承租 租赁 新投运 招商 招录 引才 储备 抓好 抓实 办好 办成 做好 实行 执行 推行 推广应用 新建 改建 扩建 新改建 改扩建 新建改造 改造 改造提升 建设 建成 建成投用 建立 组建 成立 设立 引进 引入 培育 培养 新增 新增培育 净增 增加 发放 投入 投资 拆除 实施 组织实施 完成 完成改造 推进 启动 开工 开工建设 竣工 投产 续建 新开工 签约 落地 落户 解决 帮助 扶持 支持 救助 安置 转移 培训 举办 开展
  打造 创建 治理 整治 修复 绿化 种植 造林 植树 疏浚 清理 清退 取缔 关停 关闭 淘汰 化解 处置 查处 破获 抓获 打掉 侦破 办理 办结 受理 审批 取消 下放 精简 制定 出台 修订 编制 发布 推出 争取 筹措 筹集 募集 融资 兑现 落实 减免 减税 为企业减负 减轻 降低 惠及 覆盖 受益 服务 接待 吸引 吸纳 带动 拉动 促进 提供 配备 安装 更换 购置 投放 开通 开放 开设 打通 贯通 铺设 敷设 硬化 亮化 修建 维修 维护 加固 迁移 搬迁 征收 征迁 流转 储备 出让 供应 供给 收储 盘活 释放 腾退 整备 整合 开发 认定 评定 获评 获批 获得 荣获 入选 入围 被评为 通过 获 晋升 申报 申请 授权 授予 创作 出版 收集 收治 接种 检测 排查 整改 消除 化解 招聘 招录 招收 引育 聘请 选派 派驻 选拔 提拔 表彰 资助 补助 奖励 补贴 报销 支付 偿还 清欠 追回 挽回 发行 上市 挂牌 注册 登记 入驻 入库 入统 入园 加盟 合作 对接 承接 承办 主办 参与 参加 参保 新注册 设置 布局 规划 谋划 储备 包装 推介 列入 纳入 扩大 提高 提升 优化 完善 增设 增派 增殖 放流 安排 拨付 下达 下拨 调整 调解 化解 审结 收回 回收 处理 建造 生产 销售 出口 进口 实现 收储 修缮 修编 创办 领办 招引 落成 完工 建成通车 通车 投运 投用 运营 启用 复垦 开垦 整理 治沙 退耕 还林 封育 发展 辐射 联系 走访 慰问 捐赠 捐款 缴纳 征缴 追缴 执行 立案 起诉 审理 处分 问责 通报 约谈 巡查 检查 督查 督办 监测 抽检 抽查 编写 印发 送达 配送 配建 配套 加装 增加投资 新投放 新建成 新立项 新装 筹建 新培育 新认定 新引进 新设立 新设 新签 新签约 新入库 新纳 新登记 新创建 新开通 新开 新发展 新评 新获批 推广 示范 创成 摘帽 脱贫 减少 压减 压缩 削减 退出 腾出 置换 拆迁 拆违 开行 累计新增 升级 升级改造 提质 扩容 补齐 补充 承担 攻克 突破 研发 转化 孵化 导入 集聚 聚集 汇聚 拥有 形成 设有 拥 建有 配置 布设 搭建 启动建设 加快建设 加快推进 全面推进 开工改造 推动 促成 促使 达成 签订 签署 引导 动员 发动 组织 投保 承保 担保 放贷 贷款 授信 撬动 争创 力争 建 获国家 完成投资`,
);
