// Takes the page of an output folder, gives it with what the preview adds: a script that listens and a style. The page
// forbids scripts that are not its own; the preview's policy allows those of this server, and nothing from elsewhere.

/** Addresses that no document can have: a report's id begins with a letter or a digit. */
export const liveFolder = '/~live/';

export type LivePage = { readonly html: string; readonly policy: string };

const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n?/;

/** Shown while there is no page yet. */
const waiting = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src; style-src; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>jianbao 简报</title>
<link rel="icon" href="data:,">
</head>
<body class="waiting"><main><p>正在生成…… <span lang="en">Building…</span></p></main></body>
</html>
`;

/** What the page says of the preview itself. */
export type LiveWords = {
  /** While a build is running. */
  readonly busy: string;
  /** When the preview has ended. */
  readonly lost: string;
};

/** The page with script and style of the preview, and the policy to send with it. */
export const livePage = (page: string | undefined, revision: number, { busy, lost }: LiveWords): LivePage => {
  const html = page ?? waiting;
  const policy = (meta.exec(html)?.[1] ?? "default-src 'none'")
    .replace('script-src', "script-src 'self'")
    .replace('style-src', "style-src 'self'");
  const added = [
    `<link rel="stylesheet" href="${liveFolder}live.css">`,
    `<script src="${liveFolder}live.js" data-revision="${revision}" data-busy="${busy}" data-lost="${lost}"></script>`,
  ].join('\n');
  return {
    html: html.replace(meta, '').replace('</head>', () => `${added}\n</head>`),
    policy: `${policy}; connect-src 'self'`,
  };
};
