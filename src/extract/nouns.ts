// Lists of nouns that rules ask for: words that look like openers, heads that coordinated names share, nouns that make a
// small count a set phrase. Lists only; the rules that use them stand with their reasons elsewhere.
const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '');

/** Words that begin like an opener: 对外贸易, 在建项目, 和平路, 实际利用外资, 共享单车, 将军. */
export const compounds: readonly string[] = list(`
  对外 对口 对接 在建 在校 在册 在岗 在读 在库 在园 和平 和谐 实际利用 实际到位 实际使用 实际吸收 实际引进
  共享 共建 共同 以工代赈 以旧换新 重点项目 重点 快速路 快递 为民 为企 为农 经济 平均预期 平均每人 平均工资
  现代 初中 初级 初步 末端 底数 内资 内贸 内河 内需 由于 从业 到位 到账 到期 首次 有效发明 有效投资 有机
  有线 有色 有轨 有证 各类 各级 各种 全部工业 全部财政 全面 已建 向上争取 也门 又好 总体 能源 能耗 可再生
  可支配 可燃 合计 将军 其他 把握 另类 在外 再就业 再生 更新 以上 继续教育 计划生育 基本养老 基本医疗
  基本农田 基本公共 完成 积极 高标准农田 高质量就业 高水平创新 高水平大学 在线 预算内 预算外 预算 净 还款
  有意愿 有需求 有条件 向社会 还迁 还林 实际 率先 一次性
`);

/** Of those, the ones that are openers all the same when nothing else is known. */
export const openingCompounds: ReadonlySet<string> = new Set(
  list(`经济 总体 全面 积极 实际 重点 合计 以上 率先 初步 首次 完成`),
);

/** Heads that the last of several names shares with the others: 城镇和农村居民人均可支配收入. */
export const sharedHeads: readonly string[] = list(`
  人均可支配收入 可支配收入 人均纯收入 增加值 零售总额 总产值 产值 产量 面积 总收入 主营业务收入 营业收入 收入
  投资 余额 总额 人数 数量 标准 比重 占比 覆盖率 浓度 排放量 率 额 量 里程 保有量 补助 价格 规模 企业
  项目 机构 平台 人次 户数 增速 吞吐量 总量 单位 水平 学校 用户 收费
`);

/** Nouns that make a small Chinese count a set phrase: 三个代表, 五大体系, 四项制度. */
export const setNouns: readonly string[] = list(`
  重点工作 重点任务 方面 环节 原则 关键 意识 确立 维护 攻坚 战略 阶段 层面 文明 代表 率先 转变 走在 全覆盖 一批 统筹 定位
  维度 抓手 引擎 时期 坚持 必须 坚定 要素 特色 主题 体系 板块 不 规定 职能 制度 工作 任务 措施 举措
  机制 主张 结合 轮子 自信 大局 看齐 基本 务必 问题 因素 方向 领域 优势 步骤 百年 循环 市场 布局 全面
  责任 清单 工夫 样板 常态 代办 率 有 意见 到位 同步 支撑 专项 导向 理念 最 更 新 重要 重大 一流 高地
  中心 增长极 突破 跨越 提升 翻番 倍增 革命 闸门 遵循 确保 建设年 年 月 个 以 就 层次 方针 结构 主体
  龙头 机遇 平台 工程 行动 计划 改革 政策 指标 底线 红线 战 硬仗 实事 大事 关系 优先 共同 整治 治理
  创建 创新 主导产业 支柱产业 战役 过硬 强化 着力 突出 抓好 加快 推进 先行 示范 倾斜 延伸 满意 评价 监督
  联动 合一 融合 高于 确权 挂钩 清零 安全 权 转化 千亿 百亿 万亿 片区 组团 新城 街道 全程 环境 生活
  小时 半 月内 台阶 基础 条件
`);
