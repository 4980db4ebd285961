// @ts-check
// What `jianbao preview` adds to the page: it comes again when documents have changed, and shows what is wrong.
'use strict';

/** @typedef {{ revision: number, busy: boolean, heading: string, problems: string }} State */

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const shownRevision = Number(script.dataset.revision);

const panel = document.createElement('section');
panel.id = 'live';
panel.hidden = true;
panel.setAttribute('role', 'alert');

/** @type {(heading: string, text?: string) => void} */
const showPanel = (heading, text = '') => {
  const head = document.createElement('h2');
  head.textContent = heading;
  const body = document.createElement('pre');
  body.tabIndex = 0;
  body.textContent = text;
  panel.replaceChildren(head, ...(text ? [body] : []));
  panel.hidden = heading === '';
};

const busyNote = document.createElement('p');
busyNote.id = 'live-busy';
busyNote.setAttribute('role', 'status');

const listen = () => {
  document.body.prepend(panel);
  document.body.append(busyNote);
  const events = new EventSource('/~live/events');
  events.addEventListener('message', ({ data }) => {
    /** @type {State} */
    const { revision, busy, heading, problems } = JSON.parse(data);
    // The address keeps what is chosen, and the browser keeps the place on the page.
    if (revision !== shownRevision) location.reload();
    else {
      busyNote.textContent = busy ? script.dataset.busy || '' : '';
      showPanel(heading, problems);
    }
  });
  events.addEventListener('error', () => {
    busyNote.textContent = '';
    showPanel(script.dataset.lost || '');
  });
};

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', listen);
else listen();
