// The form: our file format, the field of the file's name, and the start of Decap CMS with the settings made from the kinds.
(() => {
  "use strict";
  const { CMS, createClass, h } = window;
  const { config, format, words, first } = window.BROADSIDE_FORM;
  const { read, write } = window.BROADSIDE_FILES;
  const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const YEARLY = /^([0-9]{4})\/([a-z0-9-]+)$/;

  const say = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");

  // English words -> a file's name; Chinese ones give none, and the editor types it.
  function suggest(text) {
    const plain = String(text || "").normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase();
    return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").split("-").slice(0, 8).join("-");
  }

  const Address = createClass({
    displayName: "Address",
    getInitialState() {
      return { typed: false };
    },
    // The property grows stale: Decap CMS draws a field anew only when its own value changes.
    entry() {
      return this.props.getEntry ? this.props.getEntry() : this.props.entry;
    },
    isNew() {
      return Boolean(this.entry().get("newRecord"));
    },
    wish() {
      const data = this.entry().get("data");
      return suggest(data.getIn(["text", first]) || data.get("title"));
    },
    name() {
      const value = this.props.value;
      return value && value.get ? [value.get("folder"), value.get("name")].filter(Boolean).join("/") : "";
    },
    change(text) {
      const yearly = YEARLY.exec(text);
      // An empty map of the form's own kind: its library is not handed to us by name.
      const value = this.props.field.clear().set("folder", yearly ? yearly[1] : "").set("name", yearly ? yearly[2] : text);
      this.props.onChange(value);
    },
    follow() {
      const isOffered = this.props.field.get("offered").size > 0;
      if (!this.isNew() || this.state.typed || isOffered) return;
      const wish = this.wish();
      if (wish && wish !== this.name()) this.change(wish);
    },
    componentDidMount() {
      this.follow();
      this.timer = setInterval(() => this.follow(), 400);
    },
    componentWillUnmount() {
      clearInterval(this.timer);
    },
    shouldComponentUpdate() {
      return true;
    },
    getValidateValue() {
      return this.isNew() ? this.name() : this.entry().get("path");
    },
    isValid() {
      if (!this.isNew()) return true;
      const value = this.props.value;
      const name = value && value.get ? value.get("name") : "";
      return NAME.test(name || "") ? true : { error: { type: "CUSTOM", message: words.address.bad } };
    },
    render() {
      const { forID, classNameWrapper, setActiveStyle, setInactiveStyle, field } = this.props;
      if (!this.isNew()) return h("p", { id: forID, className: "address address--fixed" }, say(words.address.stands, { address: this.entry().get("path") }));
      const offered = field.get("offered").toArray();
      const list = offered.length ? `${forID}-offered` : undefined;
      return h("div", null,
        h("input", {
          id: forID, className: `${classNameWrapper} address`, type: "text", value: this.name(), list, spellCheck: false,
          autoCapitalize: "none", autoComplete: "off", onFocus: setActiveStyle, onBlur: setInactiveStyle,
          onChange: (event) => { this.setState({ typed: true }); this.change(event.target.value.trim()); },
        }),
        list && h("datalist", { id: list }, offered.map((name) => h("option", { key: name, value: name }))));
    },
  });

  CMS.registerCustomFormat(format, "md", { fromFile: read, toFile: write });
  CMS.registerWidget("address", Address);
  // A file's folder is taken from a field of its own; names with a dot are not looked for there.
  CMS.registerEventListener({
    name: "preSave",
    handler: ({ entry }) => {
      const data = entry.get("data");
      const folder = data.getIn(["address", "folder"]);
      return folder ? data.set("folder", folder) : data;
    },
  });
  window.addEventListener("load", () => CMS.init({ config }));
})();
