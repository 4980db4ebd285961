// @ts-check
// The page's own script: language, light and dark, search and choices, order, printing. Plain and old enough for the
// browsers that offices have. Without it the page shows everything, in Chinese, as the list that it is.
'use strict';

const root = document.documentElement;

/** @type {(selector: string, within?: ParentNode) => HTMLElement[]} */
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

/** @type {(id: string) => HTMLElement | null} */
const byId = (id) => document.getElementById(id);

// What a person chose stays, where the browser keeps such things for a page.
/** @type {(key: string) => string} */
const kept = (key) => {
  try {
    return localStorage.getItem(`jianbao-${key}`) || '';
  } catch {
    return '';
  }
};
/** @type {(key: string, value: string) => void} */
const keep = (key, value) => {
  try {
    localStorage.setItem(`jianbao-${key}`, value);
  } catch {
    // a browser that keeps nothing
  }
};

/** @type {(theme: string) => void} */
const setTheme = (theme) => {
  if (theme === 'themeLight') root.dataset.theme = 'light';
  else if (theme === 'themeDark') root.dataset.theme = 'dark';
  else delete root.dataset.theme;
};
// Before anything is drawn, so that nothing flashes.
setTheme(kept('theme'));

// ------------------------------------------------------------------ words

/** @type {Record<string, { zh: string, en: string }>} */
let words = {};
/** @type {'zh' | 'en'} */
let language = 'zh';

/** @type {(word: string, count?: number) => string} */
const say = (word, count) => {
  const entry = words[word];
  const forms = (entry ? entry[language] : word).split('|');
  const form = (count === undefined || count === 1 ? forms[0] : forms[forms.length - 1]) || '';
  return count === undefined ? form : form.replace('{n}', String(count).replace(/\B(?=(\d{3})+$)/g, ','));
};

/** @type {(wanted: string) => void} */
const setLanguage = (wanted) => {
  language = wanted === 'en' ? 'en' : 'zh';
  root.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = `${document.querySelector('.masthead')?.textContent || ''} · ${say('heading')}`;
  for (const item of all('[data-t]')) {
    const { t = '', n } = item.dataset;
    item.textContent = say(t, n === undefined ? undefined : Number(n));
  }
  for (const item of all('[data-zh]')) item.textContent = item.dataset[language] || '';
  for (const item of all('[data-label]')) {
    item.setAttribute(item.tagName === 'OPTGROUP' ? 'label' : 'aria-label', say(item.dataset.label || ''));
  }
  for (const item of all('[data-hint]')) item.setAttribute('placeholder', say(item.dataset.hint || ''));
};

/** @type {(word: string) => void} */
const tell = (word) => {
  const message = byId('message');
  if (!message) return;
  message.textContent = say(word);
  setTimeout(() => (message.textContent = ''), 6000);
};

// --------------------------------------------------------------- printing

/** @type {(href: string) => void} */
const printInNewTab = (href) => {
  window.open(href, '_blank', 'noopener');
  tell('printByHand');
};

// A PDF is printed without leaving the page where the browser lets a page do so: not from the file system.
/** @type {(href: string) => void} */
const printFile = (href) => {
  if (location.protocol === 'file:') {
    printInNewTab(href);
    return;
  }
  for (const old of all('iframe.printed')) old.remove();
  const frame = document.createElement('iframe');
  frame.className = 'printed';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow?.focus();
      frame.contentWindow?.print();
    } catch {
      printInNewTab(href);
    }
  });
  frame.src = href;
  document.body.append(frame);
};

// ---------------------------------------------------------------- choices

/** @typedef {{ element: HTMLElement, kind: string, parts: { element: HTMLElement, format: string }[], files: string[] }} Listed */
/** @typedef {{ element: HTMLElement, section: HTMLElement, year: string, search: string, has: Record<string, string[]>, documents: Listed[] }} Report */

/** @type {Report[]} */
let reports = [];

/** @type {() => Report[]} */
const readReports = () =>
  all('article.report').map((element) => {
    const { year = '', place = '', level = '', found = '', search = '' } = element.dataset;
    return {
      element,
      section: /** @type {HTMLElement} */ (element.parentElement),
      year,
      search,
      has: { place: [place], year: [year], level: [level], found: found.split(' ') },
      documents: all('.document', element).map((item) => ({
        element: item,
        kind: item.dataset.kind || '',
        parts: all('[data-format]', item).map((part) => ({ element: part, format: part.dataset.format || '' })),
        files: all('.download', item).map((part) => part.dataset.format || ''),
      })),
    };
  });

const usual = [
  ['group', 'place'],
  ['view', 'pictures'],
];

/** @type {() => string} */
const typed = () => {
  const input = byId('query');
  return input instanceof HTMLInputElement ? input.value.trim() : '';
};

/**
 * What is chosen, by name, without what is so anyway. The address bears it after `#`, so that a view can be kept and sent.
 * @type {() => URLSearchParams}
 */
const chosen = () => {
  const values = new URLSearchParams();
  if (typed()) values.set('q', typed());
  for (const form of all('form')) {
    if (!(form instanceof HTMLFormElement)) continue;
    for (const [name, value] of new FormData(form)) {
      if (value && !usual.some(([key, plain]) => key === name && plain === value)) values.append(name, String(value));
    }
  }
  return values;
};

/** @type {(values: URLSearchParams) => void} */
const choose = (values) => {
  for (const input of all('form input, form select')) {
    if (input instanceof HTMLSelectElement) input.value = values.get(input.name) || '';
    else if (!(input instanceof HTMLInputElement)) continue;
    else if (input.id === 'query') input.value = values.get('q') || '';
    else {
      const wanted = values.getAll(input.name);
      input.checked = wanted.length ? wanted.includes(input.value) : input.defaultChecked;
    }
  }
};

/**
 * By year: the same articles under other headings, those of a year in the order of places.
 * @type {(by: string) => void}
 */
const arrange = (by) => {
  const groups = byId('groups');
  if (!groups || root.dataset.group === by) return;
  root.dataset.group = by;
  for (const section of all('section.by-year', groups)) section.remove();
  if (by === 'place') for (const { element, section } of reports) section.append(element);
  else {
    const years = Array.from(new Set(reports.map(({ year }) => year))).sort();
    for (const year of years.reverse()) {
      const section = document.createElement('section');
      section.className = 'group by-year';
      section.setAttribute('aria-labelledby', `y${year}`);
      const heading = document.createElement('h2');
      heading.id = `y${year}`;
      heading.textContent = year;
      section.append(heading, ...reports.filter((report) => report.year === year).map(({ element }) => element));
      groups.append(section);
    }
  }
};

/**
 * Shows what answers to the choices within one report; gives how many files that is.
 * @type {(report: Report, values: URLSearchParams, tokens: string[]) => number}
 */
const showReport = (report, values, tokens) => {
  /** @type {(name: string, has: string[]) => boolean} */
  const answers = (name, has) => {
    const wanted = values.getAll(name);
    return !wanted.length || wanted.some((value) => has.includes(value));
  };
  const fits =
    tokens.every((token) => report.search.includes(token)) &&
    Object.entries(report.has).every(([name, has]) => answers(name, has));
  let count = 0;
  for (const { element, kind, parts, files } of fits ? report.documents : []) {
    const shown = answers('kind', [kind]) ? files.filter((format) => answers('format', [format])).length : 0;
    element.hidden = shown === 0;
    for (const part of parts) part.element.hidden = !answers('format', [part.format]);
    count += shown;
  }
  report.element.hidden = count === 0;
  return count;
};

const show = () => {
  const values = chosen();
  const tokens = typed().normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  arrange(values.get('group') || 'place');
  root.dataset.view = values.get('view') || 'pictures';
  const counts = reports.map((report) => showReport(report, values, tokens)).filter((count) => count > 0);
  for (const section of all('section.group')) section.hidden = !section.querySelector('article:not([hidden])');

  const filtered = Array.from(values.keys()).some((name) => !usual.some(([key]) => key === name));
  const of = filtered ? say('ofReports', reports.length) : '';
  const files = counts.reduce((sum, count) => sum + count, 0);
  const [shown, none, clear] = [byId('shown'), byId('none'), byId('clear')];
  if (shown) shown.textContent = `${say('reports', counts.length)}${of} · ${say('files', files)}`;
  if (none) none.hidden = counts.length > 0;
  if (clear) clear.hidden = !filtered;

  // An address may also name a report: that stays as long as nothing is chosen.
  const [address, now] = [values.toString(), location.hash.slice(1)];
  if (now !== address && (address || now.includes('='))) {
    history.replaceState(undefined, '', address ? `#${address}` : location.pathname + location.search);
  }
};

// ------------------------------------------------------------------ start

const startSettings = () => {
  for (const [id, set] of /** @type {const} */ ([
    ['language', setLanguage],
    ['theme', setTheme],
  ])) {
    const select = byId(id);
    if (!(select instanceof HTMLSelectElement)) continue;
    if (kept(id)) select.value = kept(id);
    select.addEventListener('change', () => {
      set(select.value);
      keep(id, select.value);
      if (reports.length) show();
    });
  }
  byId('print-list')?.addEventListener('click', () => window.print());
};

const chooseByAddress = () => {
  if (location.hash.includes('=')) choose(new URLSearchParams(location.hash.slice(1)));
};

const startChoices = () => {
  // On a narrow screen the choices would fill it.
  if (matchMedia('(max-width: 899px)').matches) byId('choices')?.removeAttribute('open');
  chooseByAddress();
  for (const form of all('form')) {
    form.addEventListener('input', show);
    form.addEventListener('submit', (event) => event.preventDefault());
  }
  addEventListener('hashchange', () => {
    chooseByAddress();
    show();
  });
  byId('clear')?.addEventListener('click', () => {
    const [before, still] = [chosen(), new URLSearchParams()];
    for (const [key = ''] of usual) if (before.has(key)) still.set(key, before.get(key) || '');
    choose(still);
    show();
    byId('query')?.focus();
  });
  byId('groups')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.print') : undefined;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    printFile(link.href);
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    byId('query')?.focus();
  });
  show();
};

document.addEventListener('DOMContentLoaded', () => {
  words = JSON.parse(byId('words')?.textContent || '{}');
  reports = readReports();
  if (kept('language') === 'en') setLanguage('en');
  startSettings();
  if (reports.length) startChoices();
});
