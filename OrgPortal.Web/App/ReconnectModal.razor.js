// What happens while the circuit's connection is away. Blazor tells the states: show, retrying, hide, failed, rejected, paused, resume-failed.
const modal = document.getElementById("components-reconnect-modal");
const firstResumeDelay = 200;
const longestResumeDelay = 5000;

modal.addEventListener("components-reconnect-state-changed", (event) => {
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
      location.reload();
      break;
  }
});

document.getElementById("reconnect-retry").addEventListener("click", retry);
document.getElementById("reconnect-reload").addEventListener("click", () => location.reload());

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
      location.reload();
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
        location.reload();
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
