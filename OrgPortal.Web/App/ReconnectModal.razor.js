// What happens while the circuit's connection is away. Blazor tells the states: show, retrying, hide, failed, rejected, paused, resume-failed.
const modal = document.getElementById("components-reconnect-modal");
const firstResumeDelay = 200;
const longestResumeDelay = 5000;
const nextOnlineTry = 2000;
let isReloading = false;

// Here before Blazor's own, which asks.
addEventListener("beforeunload", (event) => isReloading && event.stopImmediatePropagation());

modal.addEventListener("components-reconnect-state-changed", (event) => {
  tellOffline();
  switch (event.detail.state) {
    case "show":
      open();
      break;
    case "hide":
      close();
      break;
    case "failed":
      document.addEventListener("visibilitychange", retryWhenVisible);
      break;
    case "paused":
      open();
      resumeUntilDone();
      break;
    case "rejected":
      reload();
      break;
  }
});

document.getElementById("reconnect-retry").addEventListener("click", retry);
document.getElementById("reconnect-reload").addEventListener("click", reload);

// ---------- Offline: said so, and over by itself ----------
addEventListener("offline", tellOffline);
addEventListener("online", async () => {
  tellOffline();
  // Blazor tries by itself for a while, and whoever resumes does so without an end.
  while (modal.open && navigator.onLine && !modal.classList.contains("components-reconnect-paused")) {
    await retry();
    await new Promise((done) => setTimeout(done, nextOnlineTry));
  }
});

function tellOffline() {
  modal.classList.toggle("is-offline", !navigator.onLine);
}

function open() {
  if (!modal.open) {
    modal.showModal();
  }
}

function close() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  if (modal.open) {
    modal.close();
  }
}

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    // true: back on the same circuit; false: the server answers, but that circuit is gone; an exception: no server.
    if (!(await Blazor.reconnect()) && !(await Blazor.resumeCircuit())) {
      reload();
      return;
    }

    close();
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
}

// The server is being renewed: another one takes over as soon as it answers.
async function resumeUntilDone() {
  for (let delay = firstResumeDelay; ; delay = Math.min(delay * 2, longestResumeDelay)) {
    try {
      if (await Blazor.resumeCircuit()) {
        close();
      } else {
        reload();
      }

      return;
    } catch {
      await new Promise((done) => setTimeout(done, delay));
    }
  }
}

function retryWhenVisible() {
  if (document.visibilityState === "visible") {
    retry();
  }
}

// What was typed is kept as a draft and comes back with the page: nobody has to be asked whether to leave it.
function reload() {
  isReloading = true;
  location.reload();
}
