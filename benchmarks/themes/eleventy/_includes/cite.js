// How an event is cited: in words and for reference managers.
import { parts, whenText } from "./dates.js";
import { HOME, SITE } from "./linked.js";
import { escaped } from "./parts.js";

const COPY = '<button type="button" data-act="copy">Copy</button>';
const TOOLS = `<p class="tools">${COPY}<button type="button" data-act="save">Save as a file</button></p>\n`;

const form = (name, file, type, text) => `<h3>${name}</h3>
<pre translate="no" data-file="${file}" data-type="${type}">${text}
</pre>
${TOOLS}`;

export function cite({ url, fileSlug: id, data }) {
  const [title, address, note] = [escaped(data.title), HOME + url, `Event date (EDTF): ${data.edtf}`];
  const bibtex = `@misc{${id},
  title = {{${title}}},
  howpublished = {${SITE}},
  url = {${address}},
  note = {${note}},
}`;
  const ris = `TY  - ELEC
ID  - ${id}
TI  - ${title}
T2  - ${SITE}
UR  - ${address}
LA  - en
N1  - ${note}
ER  - `;
  const csl = `[{
  "id": "${id}",
  "type": "webpage",
  "container-title": "${SITE}",
  "language": "en",
  "title": ${escaped(JSON.stringify(data.title)).replaceAll("&quot;", '"')},
  "event-date": {"date-parts":${JSON.stringify(parts(data))}${data.approximate ? ',"circa":true' : ""}},
  "URL": "${address}",
  "note": "${note}"
}]`;
  return `<section class="cite" aria-labelledby="cite" data-copied="Copied">
<h2 id="cite">Cite this entry</h2>
<p data-plain>“${title}” (${whenText(data)}). <bdi>${SITE}</bdi>. ${address}</p>
<p class="tools">${COPY}</p>
<details>
<summary>For reference managers: BibTeX, RIS, CSL-JSON</summary>
${form("BibTeX", `${id}.bib`, "application/x-bibtex", bibtex)}${form("RIS", `${id}.ris`, "application/x-research-info-systems", ris)}${form("CSL-JSON", `${id}.json`, "application/vnd.citationstyles.csl+json", csl)}</details>
<p class="record-link"><a href="@root${url}event.json" type="application/json">This entry as data (JSON)</a></p>
</section>

`;
}
