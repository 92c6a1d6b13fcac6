// A document's file <-> its fields, as the site's check reads them: plain YAML, days as they are written, no empty fields.
(() => {
  "use strict";
  const { jsyaml } = window;
  const { marks, by_language: byLanguage, first } = window.BROADSIDE_FORM;
  const HEAD = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;
  const OURS = ["original", "was", "address", "folder", "body"];
  // The core schema has no dates: 2027-06-16 stays what it is.
  const PLAIN = { schema: jsyaml.CORE_SCHEMA };

  function read(file) {
    const head = HEAD.exec(file);
    const fields = head ? jsyaml.load(head[1] || "", PLAIN) || {} : {};
    const original = marks.some((name) => name in fields) ? "yes" : "no";
    for (const name of byLanguage) {
      if (typeof fields[name] === "string") fields[name] = { [first]: fields[name] };
    }
    if (fields.photo && typeof fields.photo.alt === "string") fields.photo.alt = { [first]: fields.photo.alt };
    const body = (head ? file.slice(head[0].length) : file).replace(/^(?:\r?\n)+/, "");
    // The form keeps its values in no order: a file that was there keeps its own.
    return { ...fields, original, was: Object.keys(fields), body };
  }

  // What was left empty is left out: an empty field is a mistake, a missing one is not.
  function tidy(value) {
    if (typeof value === "string") return value.replace(/\s+$/, "") || undefined;
    if (Array.isArray(value)) {
      const kept = value.map(tidy).filter((item) => item !== undefined);
      return kept.length ? kept : undefined;
    }
    if (value && typeof value === "object") {
      const kept = Object.entries(value).map(([name, item]) => [name, tidy(item)]).filter((pair) => pair[1] !== undefined);
      return kept.length ? Object.fromEntries(kept) : undefined;
    }
    return value === null || value === false ? undefined : value;
  }

  function write(data, order = []) {
    const body = (data.body || "").trim();
    const names = Object.keys(data).filter((name) => !OURS.includes(name));
    const known = [...(data.was || []), ...order];
    const place = (name) => (known.includes(name) ? known.indexOf(name) : known.length);
    names.sort((one, other) => place(one) - place(other));
    let head = "";
    for (const name of names) {
      const value = tidy(data[name]);
      if (value === undefined) continue;
      const isPlainList = Array.isArray(value) && value.every((item) => /^[\w./-]+$/.test(String(item)));
      head += jsyaml.dump({ [name]: value }, { ...PLAIN, lineWidth: -1, quotingType: '"', flowLevel: isPlainList ? 1 : -1, noRefs: true });
    }
    const gap = "title" in data && body ? "\n" : "";
    return `---\n${head}---\n${gap}${body}${body ? "\n" : ""}`;
  }

  window.BROADSIDE_FILES = { read, write };
})();
