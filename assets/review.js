/* The review pane: forms and buttons tell the server what is decided (timeline/app/review/routes.py); what is wrong with
   it is said next to the field, what would follow from it while one types. */
(function () {
  "use strict";

  const { ask, go, keep_up } = window.timelinePage;
  const typing = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  async function post(where, what, values) {
    const body = JSON.stringify({ search: location.search, what, values });
    const answer = await fetch(where, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    return answer.ok ? answer.json() : { wrong: "", said: "This could not be done; load the page again." };
  }

  /* One at a time: the second press of a button finds what the first one has made. */
  let deciding = Promise.resolve();
  function decide(what, values, form) {
    deciding = deciding.then(() => send(what, values, form)).catch(() => tell("This could not be done.", false));
    return deciding;
  }

  async function send(what, values, form) {
    const { said, wrong, revision, search, undo } = await post("decide", what, values);
    if (form) blame(form, wrong, said);
    if (wrong !== undefined) {
      if (!form || !wrong) tell(said, false);
      return;
    }
    tell(said, Boolean(undo));
    if (search) go(search, false);
    else if (form) keep_focus(form, 60);
    keep_up(revision);
  }

  /* A form whose value has changed comes anew: who was in it stays in it. */
  function keep_focus(form, tries) {
    if (form.isConnected) return tries && setTimeout(keep_focus, 50, form, tries - 1);
    const now = document.querySelector(`form[data-decides="${form.dataset.decides}"] [type="submit"]`);
    if (now && document.activeElement === document.body) now.focus();
  }

  function blame(form, wrong, said) {
    for (const place of form.querySelectorAll(".wrong")) {
      const here = place.dataset.about === wrong;
      const field = form.elements[place.dataset.about];
      place.textContent = here ? said : "";
      if (!field) continue;
      if (here) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      if (here) field.focus();
    }
  }

  /* What was done stays to be read, and undone, for a while. */
  let fading = 0;
  function tell(said, undo) {
    clearTimeout(fading);
    window.dash_clientside.set_props("decided", { children: said });
    document.querySelector(".decided").className = "decided" + (said ? " told" : "") + (undo ? " undoable" : "");
    if (said) fading = setTimeout(tell, 12000, "", false);
  }

  function filled(form) {
    const values = {};
    for (const [name, value] of new FormData(form)) (values[name] = values[name] || []).push(value);
    return values;
  }

  document.addEventListener("submit", function (event) {
    const form = event.target.closest("form[data-decides]");
    if (!form) return;
    event.preventDefault();
    forget(form);
    decide(form.dataset.decides, filled(form), form);
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button[data-decides]");
    if (button) return decide(button.dataset.decides, JSON.parse(button.dataset.values));
    const key = event.target.closest("button[data-key]");
    if (key) ask("key", key.dataset.key);
  });

  /* C and X press the buttons of the event; Ctrl+Z undoes a decision, except where it undoes what was typed. */
  document.addEventListener("keydown", function (event) {
    if (typing(event.target) || event.altKey || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      const what = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
      if (!what) return;
      event.preventDefault();
      return decide(what, {});
    }
    const button = { c: "review-confirmed", x: "review-rejected" }[key];
    const there = button && document.getElementById(button);
    if (there) there.click();
  });

  /* What a date is read as, and what follows from it, once the typing pauses; an answer that comes late is for nobody. */
  const pauses = new WeakMap();
  /* What is sent is no longer foretold; what is wrong with it is said once, next to its field. */
  function forget(form) {
    clearTimeout(pauses.get(form));
    pauses.delete(form);
    const told = form.querySelector(".foretold");
    if (told) told.replaceChildren();
  }
  function foresee(event) {
    const form = event.target.closest && event.target.closest("form[data-live]");
    if (!form) return;
    clearTimeout(pauses.get(form));
    blame(form);
    const pause = setTimeout(async function () {
      const values = filled(form);
      const told = form.querySelector(".foretold");
      if (!(values.date && values.date[0].trim())) return told.replaceChildren();
      const answer = await post("preview", form.dataset.decides, values);
      if (pauses.get(form) !== pause) return;
      told.classList.toggle("is-wrong", answer.wrong !== undefined);
      const lines = [answer.said, ...(answer.follows || [])].map(function (said) {
        const line = document.createElement("p");
        line.textContent = said;
        line.dir = "auto";
        return line;
      });
      told.replaceChildren(...lines);
    }, 350);
    pauses.set(form, pause);
  }
  document.addEventListener("input", foresee);

  /* The event to merge with is found by its words among all there are. The menu's own choices stay, for React to look after:
     they are put away behind those that were found. */
  function find(event) {
    const box = event.target.closest && event.target.closest("input[data-finds]");
    if (!box) return;
    clearTimeout(pauses.get(box));
    const pause = setTimeout(async function () {
      const words = box.value.trim();
      const { said, events = [] } = await post("likely", "joined", { event: [box.dataset.event], words: [words] });
      const menu = document.getElementById(box.dataset.finds);
      if (pauses.get(box) !== pause || !menu) return;
      for (const own of menu.querySelectorAll(":scope > option[value]:not([value=''])")) own.hidden = own.disabled = Boolean(words);
      const found = Object.assign(document.createElement("optgroup"), { label: said });
      found.append(...events.map(([id, told]) => new Option(told, id)));
      for (const before of menu.querySelectorAll("optgroup")) before.remove();
      if (words) menu.append(found);
      /* Not by its value: one that is put away may have the same. */
      if (words && events.length) found.firstChild.selected = true;
      else menu.value = "";
      document.getElementById("review-joined-found").textContent = said;
    }, 250);
    pauses.set(box, pause);
  }
  document.addEventListener("input", find);

  /* A passage that is selected can become an event. Offsets count characters as the server does, not UTF-16 units. */
  function offset(node, at) {
    const paragraph = (node.nodeType === 1 ? node : node.parentElement).closest("p[data-start]");
    if (!paragraph) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, at);
    return Number(paragraph.dataset.start) + Array.from(before.toString()).length;
  }

  let offered = null;
  function offer() {
    const selection = document.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const text = range && range.commonAncestorContainer.parentElement.closest("article.text[data-document]");
    const start = text ? offset(range.startContainer, range.startOffset) : null;
    const end = text ? offset(range.endContainer, range.endOffset) : null;
    const button = document.getElementById("find-event");
    if (!button) return;
    offered = start !== null && end !== null && start < end ? { document: text.dataset.document, at: `${start}-${end}` } : null;
    button.hidden = !offered;
    if (!offered) return;
    const box = range.getBoundingClientRect();
    button.style.left = Math.max(8, Math.min(box.left, innerWidth - button.offsetWidth - 8)) + "px";
    button.style.top = Math.max(8, Math.min(box.bottom + 6, innerHeight - 48)) + "px";
  }
  document.addEventListener("selectionchange", offer);
  document.addEventListener("scroll", offer, true);

  document.addEventListener("pointerdown", function (event) {
    /* The press must not take the selection off before it is used. */
    if (event.target.closest("#find-event")) event.preventDefault();
  });
  document.addEventListener("click", function (event) {
    if (!event.target.closest("#find-event") || !offered) return;
    const wanted = new URLSearchParams(location.search);
    wanted.delete("sel");
    wanted.set("doc", offered.document);
    wanted.set("at", offered.at);
    wanted.set("edit", "yes");
    document.getSelection().removeAllRanges();
    go("?" + wanted.toString(), false);
  });
})();
