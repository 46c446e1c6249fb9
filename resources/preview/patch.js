// The preview's hands, in an isolated world: the page itself has no scripts. `PREVIEW_TOKEN` is
// set before this file is read; a line on the console that begins with it is for the program.
(() => {
  "use strict";
  const token = PREVIEW_TOKEN;
  const article = () => document.querySelector("main article") ?? document.body;
  const tell = (word) => console.log(token + JSON.stringify(word));
  const isOther = (from, to) => !from.isEqualNode(to);

  function parsed(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  }

  // A block's white space stands behind it and goes with it.
  function withTail(element) {
    const nodes = [element];
    for (let next = element.nextSibling; next && next.nodeType !== 1; next = next.nextSibling) {
      nodes.push(next);
    }
    return nodes;
  }

  function drop(element) {
    for (const node of withTail(element)) node.remove();
  }

  // A text node that changes is painted anew from its first line to its last, and so is one that
  // shares a line with it. So texts are cut behind their clauses: the page looks and reads the same.
  // In a list of references that would take longer than it saves.
  const LONG = 4000; // characters
  const CLAUSE = /[.,:;!?]\S{0,2}\s+(?=\S)/;

  function cut(element) {
    if (element.textContent.length > LONG) return;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const end = CLAUSE.exec(texts.currentNode.data);
      if (end) texts.currentNode.splitText(end.index + end[0].length);
    }
  }

  function become(element, wanted) {
    if (element.tagName === wanted.tagName) {
      cut(wanted);
      morphdom(element, wanted, { onBeforeElUpdated: isOther });
    } else {
      element.replaceWith(wanted);
    }
  }

  // Each wanted block takes the place of the old one with its id, or stands before the next.
  function exchange(parent, old, wanted, end) {
    const waiting = new Map(old.map((element) => [element.dataset.block, element]));
    let at = old[0] ?? end;
    for (const element of wanted) {
      const twin = waiting.get(element.dataset.block);
      if (!twin) {
        for (const node of withTail(element)) parent.insertBefore(node, at);
        continue;
      }
      for (; at !== twin; ) {
        const passed = at;
        at = at.nextElementSibling;
        waiting.delete(passed.dataset.block);
        drop(passed);
      }
      waiting.delete(element.dataset.block);
      at = at.nextElementSibling;
      become(twin, element);
    }
    for (const element of waiting.values()) drop(element);
  }

  // Each span replaces `removed` blocks from index `first` by those of `html`. `length` is how many
  // blocks there should be before; the answer says whether there were.
  function patch(length, spans) {
    const parent = article();
    const blocks = parent.children;
    if (blocks.length !== length) return false;
    for (const span of spans) put(parent, blocks, ...span);
    return true;
  }

  function put(parent, blocks, first, removed, html) {
    const old = [];
    for (let at = first; at < first + removed; at++) old.push(blocks[at]);
    const wanted = [...parsed(html).children];
    if (old.length === wanted.length) {
      old.forEach((element, index) => become(element, wanted[index]));
    } else {
      exchange(parent, old, wanted, blocks[first + removed] ?? null);
    }
  }

  // Everything around the blocks: head, language, what stands before and after the article.
  function frame(html) {
    const wanted = new DOMParser().parseFromString(html, "text/html").documentElement;
    const inside = article();
    morphdom(document.documentElement, wanted, {
      getNodeKey: (node) => (node.nodeType === 1 && node.id) || undefined,
      onBeforeElUpdated: (from, to) => from === inside || isOther(from, to),
      onBeforeElChildrenUpdated: (from) => from !== inside,
    });
    wear(scheme);
    return true;
  }

  // Light or dark whatever the system says: the style sheets' conditions change, the text of the
  // document does not. `""` follows the system.
  let scheme = "";
  const conditions = new Map();
  const base = new CSSStyleSheet();
  document.adoptedStyleSheets = [base];

  function wear(wish) {
    scheme = wish;
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) choose(rule);
    }
    base.replaceSync(wish ? `:root { color-scheme: ${wish} !important }` : "");
    return true;
  }

  function choose(rule) {
    for (const inner of rule.cssRules ?? []) choose(inner);
    if (!(rule instanceof CSSMediaRule)) return;
    const own = conditions.get(rule) ?? rule.media.mediaText;
    if (!own.includes("prefers-color-scheme")) return;
    conditions.set(rule, own);
    rule.media.mediaText = own.replace(/\(\s*prefers-color-scheme\s*:\s*(\w+)\s*\)/g, (all, is) =>
      scheme === "" ? all : is === scheme ? "(min-width: 0)" : "(max-width: 0)");
  }

  // Bring a block into sight, unless some of it is well within it already: gently if it is near.
  // Blocks get their true heights only as they come near, so that the way is looked at again
  // where it ends, unless the reader has gone elsewhere meanwhile.
  let wanted = "";
  let tries = 0;

  function show(id) {
    wanted = id;
    tries = 4;
    return approach();
  }

  function approach() {
    const element = article().querySelector(`:scope > [data-block="${CSS.escape(wanted)}"]`);
    if (!element || tries-- === 0) return false;
    const { top, bottom } = element.getBoundingClientRect();
    const height = window.innerHeight;
    const seen = Math.min(bottom, height) - Math.max(top, 0);
    if (seen >= Math.min(bottom - top, height / 3)) return false;
    const near = bottom > -height && top < 2 * height;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({
      block: bottom - top < height ? "center" : "start",
      behavior: near && !calm ? "smooth" : "instant",
    });
    return true;
  }

  document.addEventListener("scrollend", () => wanted && approach());
  for (const act of ["wheel", "pointerdown", "keydown"]) {
    document.addEventListener(act, () => (wanted = ""), { passive: true });
  }

  // A plain click says which block was meant, and the words before the point.
  document.addEventListener("click", (event) => {
    const block = event.target.closest?.("[data-block]");
    if (!block || event.button || event.target.closest("a[href]")) return;
    if (!document.getSelection().isCollapsed) return;
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    const before = document.createRange();
    before.selectNodeContents(block);
    if (caret && block.contains(caret.startContainer)) {
      before.setEnd(caret.startContainer, caret.startOffset);
    }
    tell({ clicked: block.dataset.block, before: before.toString().slice(-200) });
  });

  globalThis.preview = Object.freeze({ patch, frame, wear, show });
})();
