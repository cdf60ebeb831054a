// What only the browser can do: placing menus and moving the focus in them, tips, copying, the theme, ends of addresses.
// Works on pages with and without a circuit. No other script of the portal runs on a public page.

const year = 31536000;
const secure = location.protocol === "https:" ? "; Secure" : "";

function keep(name, value) {
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
}

// ---------- Time zone: times are written by the server ----------
keep("orgportal-zone", Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC");

// ---------- Theme: at once, without asking the server ----------
document.addEventListener("submit", (event) => {
  if (!event.target.matches?.("[data-theme-form]")) {
    return;
  }

  event.preventDefault();
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.querySelector("meta[name=color-scheme]")?.setAttribute("content", root.dataset.theme);
  keep("orgportal-theme", root.dataset.theme);
});

// ---------- Whoever signs out leaves no drafts (shell.js) behind, in no tab ----------
const draftStart = "orgportal-draft:";
const signedOut = globalThis.BroadcastChannel && new BroadcastChannel("orgportal-signed-out");

function dropDrafts() {
  try {
    Object.keys(sessionStorage).filter((key) => key.startsWith(draftStart)).forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // A browser that keeps nothing.
  }
}

signedOut?.addEventListener("message", dropDrafts);
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute?.("action") === "/sign-out") {
    dropDrafts();
    signedOut?.postMessage(null);
  }
});

// ---------- The navigation drawer closes when it has led somewhere ----------
document.addEventListener("click", (event) => {
  const popover = event.target.closest?.("a[href]")?.closest("[popover]");
  if (popover?.matches(":popover-open")) {
    popover.hidePopover();
  }
});

// ---------- What stands on a page and knows its address goes with it where a circuit leads on: the server need not say it ----------
document.addEventListener("submit", (event) => {
  const back = event.target.querySelector?.("[data-return-url]");
  if (back) {
    back.value = location.pathname + location.search;
  }
}, true);

function keepSkipLink() {
  const link = document.querySelector(".skip-link");
  const here = `${location.href.split("#")[0]}#main`;
  if (link && link.href !== here) {
    link.href = here;
  }
}

globalThis.navigation?.addEventListener("currententrychange", keepSkipLink);
document.addEventListener("focusin", (event) => event.target.closest?.(".skip-link") && keepSkipLink());

// ---------- The skip link moves the focus, not only the page ----------
document.addEventListener("click", (event) => {
  if (event.target.closest?.(".skip-link")) {
    event.preventDefault();
    document.getElementById("main")?.focus();
  }
});

// ---------- Undo from the keyboard: the newest toast that offers it, wherever the focus is but in a text ----------
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.target.matches?.("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]")) {
    return;
  }

  const undo = [...document.querySelectorAll(".toasts [data-undo]")].at(-1);
  if (undo) {
    event.preventDefault();
    undo.click();
  }
});

// ---------- Copy ----------
const copiedFor = 2000;

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) {
    return;
  }

  await write(button.dataset.copy);
  const [idle, done] = [button.querySelector(".copy-idle"), button.querySelector(".copy-done")];
  if (idle && done) {
    // The width stays, so that nothing moves under the pointer.
    button.style.minWidth = `${button.offsetWidth}px`;
    idle.hidden = true;
    done.hidden = false;
    setTimeout(() => {
      idle.hidden = false;
      done.hidden = true;
    }, copiedFor);
  }
});

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure context there is no clipboard: the old way.
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

// ---------- Tips: one element for the whole page ----------
const tip = document.createElement("div");
tip.className = "tip";
tip.id = "tip";
tip.role = "tooltip";
tip.popover = "manual";
let tipped = null;

function showTip(target) {
  if (!target || target === tipped) {
    return;
  }

  hideTip();
  tipped = target;
  tip.textContent = target.dataset.tip;
  (target.closest("main, nav, header, aside, footer") ?? document.body).append(tip);
  tip.showPopover();
  place(tip, target, "above");
  if (target.getAttribute("aria-label") !== target.dataset.tip && !target.hasAttribute("aria-description") && !target.hasAttribute("aria-describedby")) {
    target.setAttribute("aria-describedby", "tip");
  }
}

function hideTip() {
  if (tipped?.getAttribute("aria-describedby") === "tip") {
    tipped.removeAttribute("aria-describedby");
  }

  tipped = null;
  if (tip.isConnected) {
    tip.remove();
  }
}

document.addEventListener("mouseover", (event) => {
  const target = event.target.closest?.("[data-tip]");
  target ? showTip(target) : hideTip();
});
document.addEventListener("focusin", (event) => {
  const target = event.target.closest?.("[data-tip]");
  target?.matches(":focus-visible") ? showTip(target) : hideTip();
});
document.addEventListener("focusout", hideTip);
document.addEventListener("click", (event) => {
  // A tap on what does nothing else is how a finger asks for the tip.
  if (!event.target.closest?.("time[data-tip], span[data-tip], [aria-disabled=true][data-tip]")) {
    hideTip();
  }
}, true);
document.addEventListener("scroll", hideTip, true);
document.addEventListener("keydown", (event) => event.key === "Escape" && hideTip());

// Puts a floating element beside another: below or above, kept inside the window, turned over where there is no room.
function place(floating, anchor, side, alignEnd) {
  const gap = side === "above" ? 6 : 4;
  const edge = 8;
  const at = anchor.getBoundingClientRect();
  const box = { width: floating.offsetWidth, height: floating.offsetHeight };
  const above = at.top - gap - box.height;
  const below = at.bottom + gap;
  const fitsBelow = below + box.height <= innerHeight - edge;
  const top = side === "above" ? (above >= edge ? above : below) : fitsBelow || above < edge ? below : above;
  const left = side === "above" ? at.left + (at.width - box.width) / 2 : alignEnd ? at.right - box.width : at.left;
  floating.style.right = floating.style.bottom = "auto";
  floating.style.top = `${Math.max(edge, Math.min(top, innerHeight - edge - box.height))}px`;
  floating.style.left = `${Math.max(edge, Math.min(left, innerWidth - edge - box.width))}px`;
}

// ---------- Menus that are there from the start (language, account): beside the button that opens them ----------
document.addEventListener("toggle", (event) => {
  if (event.newState === "open" && event.target.matches?.(".menu[popover=auto]")) {
    const button = document.querySelector(`[popovertarget="${event.target.id}"]`);
    hideTip();
    place(event.target, button, "below", button.getBoundingClientRect().left > innerWidth / 2);
  }
}, true);

// ---------- What is open while the circuit takes the page over stays open ----------
// What was prerendered is replaced then, and a popover that leaves the document closes without a word. Its successor has the same id.
const opened = new Map();
const replaced = new MutationObserver(() => {
  for (const [id, element] of opened) {
    const button = element.isConnected ? null : document.querySelector(`[popovertarget="${id}"]`);
    if (button) {
      opened.delete(id);
      button.focus({ preventScroll: true });
      button.click();
    }
  }
});

document.addEventListener("toggle", (event) => {
  const popover = event.target;
  if (popover.popover !== "auto") {
    return;
  }

  if (event.newState === "open") {
    opened.set(popover.id, popover);
    replaced.observe(document.body, { childList: true, subtree: true });
  } else if (opened.get(popover.id) === popover) {
    opened.delete(popover.id);
  }

  if (opened.size === 0) {
    replaced.disconnect();
  }
}, true);

// ---------- A menu that was asked for before there was a circuit opens when there is one ----------
// The click found nobody who would hear it. The button that takes the place of the clicked one has the same name.
// The palette waits by itself (shell.js).
const askedFor = "button[aria-haspopup=menu], button[aria-haspopup=dialog]:not([data-palette])";
// Of what is gone, as it was called where it stood: the same row may be somebody else's by now.
const nameOf = (button) => button.getAttribute("aria-label")
  ?? button.getAttribute("aria-labelledby")?.split(" ").map((id) => button.getRootNode().querySelector(`#${id}`)?.textContent.trim()).join(" ") ?? button.textContent.trim();
const patience = 10_000;
let unheard;
const heard = new MutationObserver(() => {
  if (!unheard || performance.now() - unheard.at > patience || unheard.button.getAttribute("aria-expanded") === "true") {
    unheard = undefined;
    heard.disconnect();
  } else if (!unheard.button.isConnected && !unheard.button.getRootNode().querySelector("main")) {
    // Its row was drawn anew, not the page: the circuit stands, and has heard it.
    unheard = undefined;
    heard.disconnect();
  } else if (!unheard.button.isConnected) {
    const successor = [...document.querySelectorAll(askedFor)].find((button) => nameOf(button) === unheard.name);
    if (successor) {
      unheard = undefined;
      heard.disconnect();
      successor.focus({ preventScroll: true });
      successor.click();
    }
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(askedFor);
  unheard = button && button.getAttribute("aria-expanded") !== "true" ? { button, name: nameOf(button), at: performance.now() } : undefined;
  if (unheard) {
    heard.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-expanded"] });
  } else {
    heard.disconnect();
  }
}, true);

// ---------- A press that the circuit cuts in two is a click all the same ----------
// When what was pressed is replaced before it is let go, the two halves meet different elements and browsers drop the click. Only the
// change of the whole page counts (the main landmark went with it): in a list that moves, the other element may be another person's.
const pressable = "a[href], button";
let pressed = null;

document.addEventListener("pointerdown", (event) => {
  pressed = event.button === 0 ? event.target.closest?.(pressable) : null;
}, true);
document.addEventListener("pointerup", (event) => {
  const from = pressed;
  const at = event.target.closest?.(pressable);
  pressed = null;
  if (at && from && !from.isConnected && from.getRootNode().querySelector?.("main") && at.getAttribute("href") === from.getAttribute("href") && nameOf(at) === nameOf(from)) {
    at.click();
  }
}, true);

// ---------- The focus in a table: a row that goes leaves it to the one that takes its place, what is drawn anew in a row keeps it ----------
let leftBehind = null;
const rowsOf = (table) => [...table.querySelectorAll("tbody > tr:not(.row-detail)")];
const focusableOf = (row) => [...row.querySelectorAll("a[href], button, input, [tabindex]")];
const removed = new MutationObserver(() => {
  // Closed dialogs give the focus back to what may be gone.
  if (!leftBehind || leftBehind.element.isConnected || document.activeElement !== document.body) {
    return;
  }

  if (leftBehind.row.isConnected) {
    focusableOf(leftBehind.row)[leftBehind.place]?.focus({ preventScroll: true });
    return;
  }

  const rows = leftBehind.table.isConnected ? rowsOf(leftBehind.table) : [];
  const successor = rows.at(Math.min(leftBehind.index, rows.length - 1))?.querySelector(".cell-menu button") ?? document.querySelector("main h1");
  leftBehind = null;
  removed.disconnect();
  if (successor?.matches("h1")) {
    successor.tabIndex = -1;
  }

  successor?.focus({ preventScroll: true });
});

document.addEventListener("focusin", (event) => {
  // In a menu of a row the focus is the menu's, which gives it back to its button.
  const row = event.target.closest?.("[popover]") ? null : event.target.closest?.(".data-table tbody > tr:not(.row-detail)");
  const table = row?.closest("table");
  if (row) {
    leftBehind = { row, table, index: rowsOf(table).indexOf(row), element: event.target, place: focusableOf(row).indexOf(event.target) };
    removed.observe(document.body, { childList: true, subtree: true });
  } else if (!event.target.closest?.("[role=dialog], .mud-dialog-container, [popover]")) {
    leftBehind = null;
    removed.disconnect();
  }
});

// ---------- Controls of rows that are markup: one handler for the table hears which was pressed ----------
document.addEventListener("click", (event) => {
  const control = event.target.closest?.("[data-press]");
  control?.dispatchEvent(new CustomEvent("rowpress", { bubbles: true, detail: { id: control.id } }));
});

// ---------- Menus of the components ----------
const openMenus = new Map();
const itemSelector = "[role^=menuitem]";

const menu = {
  // The server has rendered the menu; here it appears, takes the focus, and tells when it closes.
  open(id, anchorId, server) {
    const element = document.getElementById(id);
    const anchor = document.getElementById(anchorId);
    if (!element || !anchor) {
      return;
    }

    const ended = new AbortController();
    const signal = ended.signal;
    const state = { element, anchor, ended, server };
    openMenus.set(id, state);
    expand(anchor, true);
    element.showPopover();
    place(element, anchor, "below", element.dataset.align === "end");
    const items = () => [...element.querySelectorAll(itemSelector)];
    (element.querySelector("[aria-checked=true]") ?? items()[0] ?? element).focus({ preventScroll: true });

    element.addEventListener("keydown", (event) => moveFocus(event, items(), () => leave(id, true)), { signal });
    element.addEventListener("click", (event) => {
      // Chosen: gone at once, the server follows.
      if (event.target.closest(`${itemSelector}:not([aria-disabled=true])`)) {
        hide(state, true);
      }
    }, { signal });
    document.addEventListener("pointerdown", (event) => {
      if (!element.contains(event.target) && !anchor.contains(event.target)) {
        leave(id, false);
      }
    }, { signal, capture: true });
    addEventListener("resize", () => place(element, anchor, "below", element.dataset.align === "end"), { signal });
    document.addEventListener("scroll", (event) => !element.contains(event.target) && place(element, anchor, "below", element.dataset.align === "end"), { signal, capture: true });
  },

  // The server has closed it.
  close(id) {
    const state = openMenus.get(id);
    if (state) {
      openMenus.delete(id);
      hide(state, state.element.contains(document.activeElement) || document.activeElement === document.body);
    }
  },
};

// Of a control that is markup the server does not say so.
function expand(anchor, isExpanded) {
  if (anchor.matches("[data-press]")) {
    isExpanded ? anchor.setAttribute("aria-expanded", "true") : anchor.removeAttribute("aria-expanded");
  }
}

function hide(state, returnFocus) {
  // Its row may have been drawn anew meanwhile.
  const anchor = state.anchor.isConnected ? state.anchor : document.getElementById(state.anchor.id);
  state.ended.abort();
  anchor && expand(anchor, false);
  if (state.element.isConnected && state.element.matches(":popover-open")) {
    state.element.hidePopover();
  }

  if (returnFocus) {
    anchor?.focus({ preventScroll: true });
  }
}

function leave(id, returnFocus) {
  const state = openMenus.get(id);
  if (state) {
    openMenus.delete(id);
    hide(state, returnFocus);
    state.server.invokeMethodAsync("ClosedAsync").catch(() => {});
  }
}

function moveFocus(event, items, close) {
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined && items.length > 0) {
    event.preventDefault();
    items.at(to >= items.length ? 0 : to).focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    // Escape closes the menu only, not the dialog around it.
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
    }

    close();
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
    const start = event.key.toLowerCase();
    const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    rest.find((item) => item.textContent.trim().toLowerCase().startsWith(start))?.focus();
  }
}

// ---------- Addresses: an address ends at a separator, Enter, a paste, or when the field is left ----------
// SignalR refuses messages over 32 KB, so that a long list travels in parts, cut at separators.
const longestPart = 8000;
const separators = /[\s,;，；、]/;

function sendAddresses(field, text) {
  while (text.length > 0) {
    let cut = text.length;
    if (cut > longestPart) {
      cut = longestPart;
      while (cut > 0 && !/[\n,;，；]/.test(text[cut - 1])) {
        cut--;
      }

      cut = cut || longestPart;
    }

    const part = text.slice(0, cut);
    text = text.slice(cut);
    if (part.trim()) {
      field.dispatchEvent(new CustomEvent("addresses", { bubbles: true, detail: { text: part } }));
    }
  }
}

function endAddress(field) {
  const text = field.value;
  field.value = "";
  sendAddresses(field, text);
}

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches?.("[data-addresses]") || event.isComposing) {
    return;
  }

  if (event.key === "Enter" && (field.value.trim() || event.ctrlKey)) {
    event.preventDefault();
    endAddress(field);
  } else if (event.key === "Enter") {
    event.preventDefault();
  } else if (event.key === "Backspace" && field.value === "") {
    field.dispatchEvent(new CustomEvent("addresses", { bubbles: true, detail: { text: "", removeLast: true } }));
  }
});
document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.matches?.("[data-addresses]") && !event.isComposing && separators.test(field.value.at(-1) ?? "")) {
    // A blank ends an address, but not a name: "Ana Ferreira <ana@acme.example>".
    const open = field.value.lastIndexOf("<") > field.value.lastIndexOf(">");
    if (/[,;，；、\n]/.test(field.value.at(-1)) || (field.value.includes("@") && !open)) {
      endAddress(field);
    }
  }
});
document.addEventListener("paste", (event) => {
  const field = event.target;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (field.matches?.("[data-addresses]") && text.includes("@")) {
    event.preventDefault();
    sendAddresses(field, field.value.slice(0, field.selectionStart) + text + field.value.slice(field.selectionEnd));
    field.value = "";
  }
});
document.addEventListener("focusout", (event) => {
  // A dialog that settles gives the focus back at once: whoever types already goes on with the same address.
  const isTaken = settling && event.relatedTarget && !settling.contains(event.relatedTarget);
  if (event.target.matches?.("[data-addresses]") && !isTaken) {
    endAddress(event.target);
  }
});
document.addEventListener("click", (event) => {
  if (event.target.matches?.("[data-chips]")) {
    event.target.querySelector("textarea")?.focus();
  }
});

// ---------- For the components ----------
const settlingTime = 500;

// The dialog in which the focus is being put to its place.
let settling = null;

globalThis.orgPortal = {
  menu,
  keep,
  focusWithin(id, selector) {
    document.getElementById(id)?.querySelector(selector)?.focus();
  },
  // The first thing to fill in, else the first button of the foot: the close button only when there is nothing else.
  focusFirst(id) {
    const frame = document.getElementById(id);
    const target = frame?.querySelector("[data-autofocus]") ?? frame?.querySelector(".dialog-body :is(input, textarea, select, button):not(:disabled)")
      ?? frame?.querySelector(".dialog-foot-end button:not(:disabled)") ?? frame?.querySelector("button");
    if (!target) {
      return;
    }

    // MudBlazor's focus trap takes the focus to itself a moment after the dialog appears.
    const settled = new AbortController();
    const settle = () => {
      settled.abort();
      settling = settling === frame ? null : settling;
    };
    settling = frame;
    document.addEventListener("focusin", (event) => {
      if (!frame.contains(event.target) && frame.isConnected) {
        settle();
        target.focus();
      }
    }, { signal: settled.signal });
    setTimeout(settle, settlingTime);
    target.focus();
  },
};

globalThis.Blazor?.registerCustomEventType?.("toastend", { browserEventName: "animationend", createEventArgs: () => ({}) });
globalThis.Blazor?.registerCustomEventType?.("rowpress", { createEventArgs: (event) => ({ id: event.detail.id }) });
globalThis.Blazor?.registerCustomEventType?.("addresses", {
  createEventArgs: (event) => ({ text: event.detail.text, removeLast: event.detail.removeLast ?? false }),
});
