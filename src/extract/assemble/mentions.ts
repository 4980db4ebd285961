// Reads what a report mentions beside figures: honours, named projects, set phrases.
// Each is a small grammar over one sentence; names are the report's own.
import type { Honour, Project, Term } from '../../report/schema.ts';

type Place = { readonly section: string; readonly sentence: number };

const levelOf = (text: string): Honour['level'] => {
  if (/国家|全国|国务院|[^省市]部(?:委|门)?(?:评|授|命)|中国|世界|全球/.test(text)) return 'national';
  if (/省|自治区/.test(text)) return 'provincial';
  if (/市/.test(text)) return 'municipal';
  return /县|区/.test(text) ? 'county' : 'other';
};

const honourVerb =
  /(?:先后|连续\S{0,4}|成功|再次|首次|双双|被[^，。；]{0,16}?)?(?:荣获|荣膺|获评|获得|获批|被评为|评为|被授予|授予|被命名为|命名为|被认定为|晋升为?|跻身|入选|蝉联|夺得)/g;
const honourName =
  /(?:先进|示范|模范|文明|优秀|称号|荣誉|百强|园林|卫生城|标兵|奖|十佳|强[县区市省]|样板|试点|基地|金牌|一等|星级)/;

/** 荣获“全国文明城市”称号, 被省政府评为对外开放工作先进县区. */
export const honoursOf = (text: string, source: Place): Honour[] => {
  const found: Honour[] = [];
  for (const match of text.matchAll(honourVerb)) {
    const rest = text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 90);
    const clause = /^[^，。；！]*/.exec(rest)?.[0] ?? '';
    const by = /被(.{2,16}?)(?:评为|授予|命名|认定)/.exec(match[0])?.[1];
    const quoted = [...clause.matchAll(/[“"]([^”"]{3,30})[”"]/g)].map((each) => each[1] ?? '');
    const names = quoted.length > 0 ? quoted : [clause.replace(/(?:称号|荣誉称号|荣誉|等)+$/, '')];
    for (const name of names) {
      if (
        name.length < 4 ||
        name.length > 40 ||
        !honourName.test(`${name}${quoted.length > 0 ? clause : ''}`) ||
        /\d+项|奖励|资金|收入|效益/.test(name)
      )
        continue;
      found.push({ name, level: levelOf(`${by ?? ''}${name}`), ...(by !== undefined && { by }), source });
    }
  }
  return found;
};

const projectList =
  /([^，。；：]{4,80}?)等(?:一批|\d+[个项家条]|[一二三四五六七八九十]+[个项家])?[^，。；]{0,12}?(?:项目|工程)([^，。；]{0,14})/g;
const status =
  /(?:实质性)?(?:开工|竣工|投产|投用|建成|完工|签约|落地|落位|推进|启动|通车|运营|开业|封顶|达产)[^，。；]{0,4}/;

/** 国际商务中心、新中康等27个项目顺利开工建设: the projects that are named. */
export const projectsOf = (text: string, source: Place): Project[] =>
  [...text.matchAll(projectList)].flatMap((match) => {
    const names = (match[1] ?? '')
      .replace(
        /^.*?(?:实施|推进|推动|建设|加快|启动|完成|抓好|引进|确保|实现|开工|谋划|储备|重点|签约|协调|做好)(?:了)?/,
        '',
      )
      .split('、');
    const state = status.exec(match[2] ?? '')?.[0] ?? status.exec(match[1] ?? '')?.[0];
    if (names.length < 2) return [];
    return names
      .map((name) => name.replace(/^[“"]|[”"]$/g, '').trim())
      .filter((name) => name.length >= 3 && name.length <= 20 && !/[“”"]/.test(name))
      .map((name): Project => ({ name, ...(state !== undefined && { status: state }), source }));
  });

const setPhrase = /[“"]([^”"，。；]{2,12})[”"]/g;

/** “两学一做”, “1+X”, “八大平台”: quoted phrases with a number or an abbreviation in them. */
export const termsOf = (text: string, source: Place): Term[] =>
  [...text.matchAll(setPhrase)].flatMap((match): Term[] => {
    const term = match[1] ?? '';
    const numbered = /[一二三四五六七八九十两双百千万]|\d|[+＋]/.test(term);
    return numbered && !/^(?:[一二三四五六七八九十]{1,2}五|\d+)$/.test(term) ? [{ term, source }] : [];
  });
