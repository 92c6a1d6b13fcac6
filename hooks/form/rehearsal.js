// A slogan's words -> how they may break in the box of a design on an A3 poster. It rehearses what the press does (hooks/broadside/
// typesetting) with the design's own faces; the press measures more exactly, and has the last word.
(() => {
  "use strict";
  const { CMS, createClass, h } = window;
  const { words, languages, designs, design: usual, carrier, first } = window.BROADSIDE_FORM;
  const canvas = document.createElement("canvas").getContext("2d");
  const SMALL = 0.6; // our choice: clauses are cut inside only where that makes the letters so much larger
  const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
  const CLOSING = /[，。；、！？：）》」』”’…]/;

  const say = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
  const families = (design, language) =>
    [...design.faces, ...(language.faces[design.manner] || [])].map((name) => `"${name}"`).concat("sans-serif").join(", ");

  // Clauses of Chinese, words of other scripts; `fine` cuts Chinese between its characters too, never before a closing mark.
  function cut(text, fine) {
    const pieces = [];
    for (const part of text.split(/ +/).filter(Boolean)) {
      if (!CJK.test(part)) pieces.push({ text: part, gap: " " });
      else {
        const inner = fine ? part.split(/(?=[^])/u) : part.split(/(?<=[，。；、！？])/u);
        inner.forEach((piece, number) => {
          if (fine && number && CLOSING.test(piece)) pieces[pieces.length - 1].text += piece;
          else pieces.push({ text: piece, gap: number ? "" : " " });
        });
      }
    }
    return pieces;
  }

  const join = (pieces) => pieces.map((piece, number) => (number ? piece.gap : "") + piece.text).join("");

  // The pieces on so many lines that the longest is as short as can be.
  function balance(pieces, count, measure) {
    const best = Array.from({ length: count + 1 }, () => Array(pieces.length + 1).fill(null));
    best[0][0] = { width: 0, from: 0 };
    for (let line = 1; line <= count; line += 1) {
      for (let end = line; end <= pieces.length; end += 1) {
        for (let start = line - 1; start < end; start += 1) {
          if (!best[line - 1][start]) continue;
          const width = Math.max(best[line - 1][start].width, measure(join(pieces.slice(start, end))));
          if (!best[line][end] || width < best[line][end].width) best[line][end] = { width, from: start };
        }
      }
    }
    const lines = [];
    for (let line = count, end = pieces.length; line > 0; line -= 1) {
      const start = best[line][end].from;
      lines.unshift(join(pieces.slice(start, end)));
      end = start;
    }
    return lines;
  }

  function set(text, design, language) {
    const slot = design.slot;
    const isUpright = slot.set === "upright";
    const box = { width: slot.width * carrier.width, height: slot.height * carrier.height };
    const [along, across] = isUpright ? [box.height, box.width] : [box.width, box.height];
    const pitch = design.pitch[language.script] || (CJK.test(text) ? 1.2 : 1.1);
    canvas.font = `100px ${families(design, language)}`;
    const measure = (line) => (isUpright ? [...line.replace(/ /g, "")].length : canvas.measureText(line).width / 100);
    const fit = (lines) => {
      const longest = Math.max(...lines.map(measure));
      return { lines, size: Math.min(along / longest, across / (lines.length * pitch), slot.size_max * carrier.height) };
    };
    const written = text.split("\n").map((line) => line.trim()).filter(Boolean);
    if (written.length > 1 && written.length <= slot.lines) return { ...fit(written), pitch };
    const plain = written.join(" ");
    const best = (pieces) => {
      let found = fit([join(pieces)]);
      for (let count = 2; count <= Math.min(slot.lines, pieces.length, 8); count += 1) {
        const next = fit(balance(pieces, count, measure));
        if (next.size > found.size * 1.02) found = next;
      }
      return found;
    };
    const coarse = best(cut(plain, false));
    const fine = CJK.test(plain) && [...plain].length <= 60 ? best(cut(plain, true)) : coarse;
    return { ...(coarse.size < fine.size * SMALL ? fine : coarse), pitch };
  }

  const light = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

  // Ground and ink of a design as its own sample shows them: the commonest colour in the box, and the one farthest from it.
  function pick(image, slot) {
    const small = document.createElement("canvas");
    [small.width, small.height] = [90, Math.round((90 * image.naturalHeight) / image.naturalWidth)];
    const brush = small.getContext("2d");
    brush.drawImage(image, 0, 0, small.width, small.height);
    const area = brush.getImageData(slot.x * small.width, slot.y * small.height, Math.max(1, slot.width * small.width), Math.max(1, slot.height * small.height)).data;
    const counts = new Map();
    for (let at = 0; at < area.length; at += 4) {
      const colour = [area[at], area[at + 1], area[at + 2]];
      const key = colour.map((part) => part >> 4).join();
      const seen = counts.get(key) || { colour, count: 0 };
      counts.set(key, { colour: seen.colour, count: seen.count + 1 });
    }
    const sorted = [...counts.values()].sort((one, other) => other.count - one.count);
    const ground = sorted[0].colour;
    const enough = sorted.filter((each) => each.count >= 4);
    const ink = enough.reduce((found, each) => (Math.abs(light(each.colour) - light(ground)) > Math.abs(light(found) - light(ground)) ? each.colour : found), ground);
    const isClear = Math.abs(light(ink) - light(ground)) > 90;
    return { ground: `rgb(${ground})`, ink: isClear ? `rgb(${ink})` : light(ground) > 128 ? "#1b2733" : "#ffffff" };
  }

  const Rehearsal = createClass({
    displayName: "Rehearsal",
    getInitialState() {
      return { colours: {}, ready: 0 };
    },
    componentDidMount() {
      // The faces come with the page; until they are there, any measure is another's.
      document.fonts.ready.then(() => this.setState({ ready: 1 }));
    },
    look(name, image) {
      if (!this.state.colours[name]) this.setState({ colours: { ...this.state.colours, [name]: pick(image, designs[name].slot) } });
    },
    load(text, design, language) {
      const wanted = `100px ${families(design, language)}`;
      if (!document.fonts.check(wanted, text)) document.fonts.load(wanted, text).then(() => this.setState({ ready: this.state.ready + 1 }), () => {});
    },
    sheet(name, code, text) {
      const [design, language] = [designs[name], languages[code]];
      this.load(text, design, language);
      const { lines, size, pitch } = set(text, design, language);
      const { slot } = design;
      const { ground, ink } = this.state.colours[name] || { ground: "#ffffff", ink: "#1b2733" };
      const unit = (share) => `${share * 100}%`;
      const across = { start: "flex-start", centre: "center" }[slot.align];
      const along = { top: "flex-start", centre: "center", bottom: "flex-end" }[slot.anchor];
      const isUpright = slot.set === "upright";
      const style = {
        left: unit(slot.x), top: unit(slot.y), width: unit(slot.width), height: unit(slot.height), color: ink,
        alignItems: isUpright ? "flex-start" : across,
        justifyContent: isUpright ? (slot.columns === "apart" ? "space-between" : "center") : along,
        fontFamily: families(design, language), fontSize: `${(size / carrier.width) * 100}cqw`, lineHeight: pitch,
      };
      const count = lines.length === 1 ? words.preview.line : say(words.preview.lines, { count: lines.length });
      return h("figure", { key: code },
        h("div", { className: "rehearsal__sheet", style: { aspectRatio: `${carrier.width} / ${carrier.height}`, background: ground, containerType: "inline-size" } },
          h("div", { className: `rehearsal__words${isUpright ? " rehearsal__words--upright" : ""}`, lang: language.lang, dir: language.direction, style },
            lines.map((line, number) => h("span", { key: number }, line)))),
        h("figcaption", null, `${language.name} · ${count}`));
    },
    render() {
      const data = this.props.entry.get("data");
      const text = data.get("text");
      const said = !text ? {} : text.toJS ? text.toJS() : typeof text === "string" ? { [first]: text } : text;
      const given = data.get("design");
      const choose = (code) => {
        const name = given && given.get ? given.get(code) : given;
        return designs[name] ? name : usual;
      };
      const codes = Object.keys(said).filter((code) => languages[code] && String(said[code] || "").trim());
      const used = [...new Set(codes.length ? codes.map(choose) : [choose(first)])];
      return h("section", { className: "rehearsal" },
        h("h2", null, words.preview.heading),
        codes.length ? null : h("p", null, words.preview.none),
        h("div", { className: "rehearsal__sheets" },
          codes.map((code) => this.sheet(choose(code), code, String(said[code]))),
          used.map((name) => h("figure", { key: name },
            h("img", { className: "rehearsal__sample", src: new URL(designs[name].sample, document.baseURI).href, alt: "",
              onLoad: (event) => this.look(name, event.target) }),
            h("figcaption", null, `${say(words.preview.design, { name: designs[name].name })}. ${designs[name].use}`)))),
        h("p", { className: "rehearsal__honest" }, words.preview.honest));
    },
  });

  for (const sheet of ["faces.css", "form.css"]) CMS.registerPreviewStyle(new URL(sheet, document.baseURI).href);
  CMS.registerPreviewTemplate("slogan", Rehearsal);
})();
