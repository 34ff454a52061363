/* When nobody answers any more: one quiet notice, and what was asked waits until somebody does. Only one thing is tried
   meanwhile, so that a stopped server is a line in the console and not hundreds. */
(function () {
  "use strict";

  const SAID = "timeline has stopped, or cannot be reached. You see what it last told; once it runs again the page goes on from here.";
  const SOONEST = 5000;
  const LATEST = 60000;

  const send = window.fetch.bind(window);
  let waiting = null;
  let resume = null;
  let pause = SOONEST;
  let timer = 0;
  let leaving = false;
  window.addEventListener("pagehide", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });

  window.fetch = async function (...request) {
    while (waiting) await waiting;
    try {
      return await send(...request);
    } catch (error) {
      if (leaving || error.name === "AbortError") throw error;
      lose();
      await waiting;
      return window.fetch(...request);
    }
  };

  function lose() {
    if (waiting) return;
    waiting = new Promise((done) => { resume = done; });
    tell(SAID, true);
    later();
  }

  function tell(said, stopped) {
    document.documentElement.classList.toggle("unanswered", stopped);
    window.dash_clientside.set_props("gone-said", { children: said });
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
    pause = Math.min(LATEST, pause * 2);
  }

  async function look() {
    if (!waiting) return;
    clearTimeout(timer);
    try {
      await send(location.pathname, { method: "HEAD" });
    } catch (error) {
      return later();
    }
    waiting = null;
    pause = SOONEST;
    tell("", false);
    resume();
  }

  document.addEventListener("click", (event) => { if (event.target.closest("#try-again")) look(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
})();
