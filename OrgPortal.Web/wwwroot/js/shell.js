// What only pages with a circuit need: its start, the command palette, keyboard shortcuts, drafts. Loaded after portal.js.

// ---------- The circuit starts without asking for scripts of libraries that want to know of it: there are none, and the answer takes as long as a page's ----------
Blazor.start({ circuit: { initializers: { beforeStart: [], afterStarted: [] } } });

// ---------- The palette's component on the server ----------
const patience = 10_000;
let palette;
let wanted;

// What was asked for before there was a circuit is asked again when there is one.
function tell(method, ...args) {
  wanted = palette ? undefined : { method, args, at: performance.now() };
  palette?.server.invokeMethodAsync(method, ...args).catch(() => {});
}

const shell = {
  connect(id, server) {
    palette = { id, server };
    if (wanted && performance.now() - wanted.at < patience) {
      tell(wanted.method, ...wanted.args);
    }
  },
  disconnect(id) {
    palette = palette?.id === id ? undefined : palette;
  },
  press(selector) {
    document.querySelector(selector)?.click();
  },
  areKeysOff: () => attempt(() => localStorage.getItem(keysOff)) === "1",
  switchKeys(isOn) {
    attempt(() => (isOn ? localStorage.removeItem(keysOff) : localStorage.setItem(keysOff, "1")));
  },
};

// ---------- The palette: a dialog of the browser, which keeps the rest of the page away and gives the focus back ----------
const moves = new Set(["ArrowDown", "ArrowUp", "Home", "End", "Enter"]);

globalThis.orgPortal.shell = shell;
globalThis.orgPortal.palette = {
  show(id) {
    const dialog = document.getElementById(id);
    if (!dialog || dialog.open) {
      return;
    }

    const input = dialog.querySelector("input");
    dialog.addEventListener("keydown", (event) => {
      // While a word is being composed its keys belong to the input method.
      if (event.isComposing || event.keyCode === 229) {
        event.stopPropagation();
      } else if (moves.has(event.key) && event.target === input) {
        event.preventDefault();
      }
    }, true);
    dialog.addEventListener("mousedown", (event) => {
      // The focus stays where one types.
      if (event.target.closest("[role=option]")) {
        event.preventDefault();
      } else if (event.target === dialog) {
        dialog.close();
      }
    });
    new MutationObserver(() => document.getElementById(input.getAttribute("aria-activedescendant"))?.scrollIntoView({ block: "nearest" }))
      .observe(input, { attributeFilter: ["aria-activedescendant"] });
    dialog.showModal();
    input.focus();
  },
  close(id) {
    document.getElementById(id)?.close();
  },
};

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-palette]")) {
    tell("Open");
  } else if (event.target.closest?.("[data-shortcuts]")) {
    event.target.closest("[popover]")?.hidePopover();
    tell("OpenShortcutsAsync");
  }
});

// ---------- Shortcuts ----------
const keysOff = "orgportal-keys-off";
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const sameAs = { c: "i" };
const sequencePatience = 1500;
let first;

document.documentElement.classList.toggle("is-mac", isMac);

const isTyping = (target) => target.closest?.("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]");
const isBusy = () => document.querySelector("dialog[open], .mud-dialog-container, .menu:popover-open, .side:popover-open");

document.addEventListener("keydown", (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.defaultPrevented || event.isComposing) {
    return;
  }

  if (key === "k" && (isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey && !event.shiftKey) {
    const open = document.querySelector("dialog.palette[open]");
    if (open || !isBusy()) {
      event.preventDefault();
      open ? open.close() : tell("Open");
    }
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && key.length === 1 && (!event.shiftKey || key === "?" || key === "/") && !isTyping(event.target) && !isBusy() && !shell.areKeysOff()) {
    press(event, key);
  }
});

function press(event, key) {
  const start = first && performance.now() - first.at < sequencePatience ? first.key : undefined;
  first = undefined;
  if (start) {
    event.preventDefault();
    tell("PressAsync", `${start} ${key}`);
  } else if (key === "g") {
    first = { key, at: performance.now() };
  } else if (key === "/") {
    event.preventDefault();
    const search = document.querySelector("main input[type=search]:not([hidden] *)");
    search ? search.focus() : tell("Open");
  } else if (key === "?") {
    event.preventDefault();
    tell("OpenShortcutsAsync");
  } else if (key === "i" || key === "c") {
    event.preventDefault();
    tell("PressAsync", sameAs[key] ?? key);
  }
}

// ---------- Drafts: in this tab only, each under its person ----------
const draftStart = "orgportal-draft:";
const mostDrafts = 20;
const keyOf = (person, name) => `${draftStart}${person}:${name}`;
const dropAll = (which) => Object.keys(sessionStorage).filter((key) => key.startsWith(draftStart) && which(key)).forEach((key) => sessionStorage.removeItem(key));

globalThis.orgPortal.drafts = {
  // A part of it; empty past its end.
  read(person, name, from, length) {
    return attempt(() => {
      // Of somebody else who was here before.
      dropAll((key) => !key.startsWith(keyOf(person, "")));
      return sessionStorage.getItem(keyOf(person, name))?.slice(from, from + length);
    }) ?? "";
  },
  keep(person, name, text) {
    attempt(() => {
      let others = 0;
      dropAll((key) => key !== keyOf(person, name) && ++others >= mostDrafts);
      sessionStorage.setItem(keyOf(person, name), text);
    });
  },
  drop(person, name) {
    attempt(() => sessionStorage.removeItem(keyOf(person, name)));
  },
};

// A browser may keep nothing, or no more: then there is no draft.
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
