// A host that writes and removes only inside one folder: where a folder on the way there is a link, it refuses, since
// the file would lie where nobody asked for it. The folder itself may be a link: it was named by the person.
import path from 'node:path';
import type { Host } from './host.ts';

/** The code of the error, beside the system's own. */
export const leadsElsewhere = 'LEADS_ELSEWHERE';

/** The file itself may be a link: writing takes its place, removing takes it away, and what it leads to stays. */
export const containedHost = (folder: string, host: Host): Host => {
  const refuseLinks = async (file: string): Promise<void> => {
    const steps = path.relative(folder, file).split(path.sep);
    let way = folder;
    for (const step of steps.slice(0, -1)) {
      way = path.join(way, step);
      if (step === '..' || (await host.isLink(way)))
        throw Object.assign(new Error(`${way} leads elsewhere`), { code: leadsElsewhere });
    }
  };
  return {
    ...host,
    replace: async (file, bytes) => {
      await refuseLinks(file);
      await host.replace(file, bytes);
    },
    createNew: async (file, bytes) => {
      await refuseLinks(file);
      return host.createNew(file, bytes);
    },
    remove: async (file) => {
      await refuseLinks(file);
      await host.remove(file);
    },
    removeEmptyFolder: async (inner) => {
      await refuseLinks(inner);
      await host.removeEmptyFolder(inner);
    },
  };
};
