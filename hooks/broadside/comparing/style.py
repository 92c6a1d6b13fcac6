"""How the page of a comparison looks: its style sheet, in the page itself."""

STYLE = """
:root { color-scheme: light dark; --ground: #f4f2ec; --card: #fff; --ink: #16171b; --quiet: #55575f; --edge: #0003;
  --in: #dff3e0; --in-ink: #0b5a2a; --out: #fbe2e0; --out-ink: #8f1d12; --owner: #8f1d12; --link: #00497a }
@media (prefers-color-scheme: dark) { :root { --ground: #1b1c20; --card: #25262b; --ink: #f4f2ec; --quiet: #b9b9b4; --edge: #fff4;
  --in: #123a20; --in-ink: #9fe3b2; --out: #4a1713; --out-ink: #ffb9b0; --owner: #ff9d90; --link: #8ecbff } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: clamp(1rem, 4vw, 3rem); max-width: 76rem; background: var(--ground); color: var(--ink);
  line-height: 1.55; font-family: system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem }
h3 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere }
p { margin: .35rem 0; max-width: 46rem }
header p, .about, .was, figcaption { color: var(--quiet) }
a { color: var(--link) }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; margin: 1rem 0 0; list-style: none }
nav a { display: inline-block; padding: .4rem 0 }
article, .file { background: var(--card); border: 1px solid var(--edge); border-radius: .5rem }
article, .file { padding: 1rem 1.25rem; margin: 0 0 1rem }
#left_out { border-left: .4rem solid var(--owner); padding-left: 1rem }
#left_out h2 { color: var(--owner) }
#left_out ul, #moved_on ul { padding-left: 0; list-style: none }
#left_out li, #moved_on li { margin: .35rem 0; overflow-wrap: anywhere }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, monospace; font-size: .9em; overflow-wrap: anywhere;
  unicode-bidi: isolate }
.path { margin-top: .9rem; max-width: none }
.file .path { margin: 0 }
.chip { display: inline-block; padding: 0 .5em; border: 1px solid currentcolor; border-radius: 1em; font-size: .82rem;
  font-weight: 600; white-space: nowrap }
.chip.added { color: var(--in-ink); background: var(--in) }
.chip.deleted { color: var(--out-ink); background: var(--out) }
.words { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; margin: .5rem 0;
  border-left: 3px solid var(--edge); padding: .25rem 0 .25rem .9rem }
ins { background: var(--in); color: var(--in-ink); text-decoration: underline; text-underline-offset: .2em; padding: 0 .1em }
del { background: var(--out); color: var(--out-ink); text-decoration: line-through; padding: 0 .1em }
.skip { display: block; margin: .5rem 0; color: var(--quiet); font-size: .88rem; font-style: italic }
:lang(zh) .skip { font-style: normal }
.pictures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1rem; margin-top: .75rem; align-items: start }
.pictures.strip { grid-template-columns: minmax(0, 1fr) }
figure { margin: 0 }
img { display: block; max-width: 100%; height: auto; max-height: 32rem; width: auto; box-shadow: 0 0 0 1px var(--edge) }
figcaption { margin-top: .3rem; font-size: .88rem }
@media (max-width: 34rem) { article, .file { padding: .75rem } .pictures { gap: .5rem } }
@media print { body { max-width: none; padding: 0 } article { break-inside: avoid-page } }
"""
