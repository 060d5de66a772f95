// Fetches the events of a recording and hands them to rrweb-player, whose size follows the page.
"use strict";

{
  const STEP = 5000;
  const CONTROLLER = 80; // the height of rrweb-player's own bar
  const FULL_SNAPSHOT = 2;

  const stage = document.querySelector(".stage");
  const target = stage.querySelector(".player");
  const wait = stage.querySelector(".wait");
  const controls = stage.querySelector(".controls");

  const say = (text) => {
    wait.textContent = text;
    wait.hidden = false;
    target.hidden = true;
  };

  // The recorded viewport decides the shape; the window decides how much of it fits.
  const sizeFor = (meta) => {
    const width = Math.floor(stage.clientWidth);
    const shape = meta && meta.data.width > 0 ? meta.data.height / meta.data.width : 9 / 16;
    const tallest = Math.max(240, window.innerHeight - CONTROLLER - 160);
    const height = Math.round(Math.min(width * shape, tallest));
    return { width, height };
  };

  const steer = (player) => {
    let at = 0;
    player.addEventListener("ui-update-current-time", (event) => {
      at = event.payload;
    });
    const jump = (by) => {
      const { totalTime } = player.getMetaData();
      player.goto(Math.min(Math.max(at + by, 0), totalTime));
    };
    const acts = {
      toggle: () => player.toggle(),
      back: () => jump(-STEP),
      forward: () => jump(STEP),
      restart: () => player.goto(0, true),
    };
    controls.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act]");
      if (button) acts[button.dataset.act]();
    });
    const keys = { " ": "toggle", ArrowLeft: "back", ArrowRight: "forward" };
    document.addEventListener("keydown", (event) => {
      const busy = event.target.closest("a, button, input, select, textarea, summary");
      const act = keys[event.key];
      if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
      if (busy && event.key === " ") return; // space presses the control that has the focus
      event.preventDefault();
      acts[act]();
    });
    controls.hidden = false;
  };

  const start = async () => {
    const response = await fetch(stage.dataset.events, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const events = await response.json();
    if (events.length < 2 || !events.some((event) => event.type === FULL_SNAPSHOT)) {
      say(stage.dataset.empty);
      return;
    }
    const meta = events.find((event) => event.type === 4);
    const Player = rrwebPlayer.default ?? rrwebPlayer.Player ?? rrwebPlayer;
    wait.hidden = true;
    const player = new Player({
      target,
      // A replay that moved the focus would take the keyboard away from whoever watches it.
      props: { events, ...sizeFor(meta), autoPlay: false, showController: true, triggerFocus: false },
    });
    const frame = target.querySelector("iframe");
    if (frame) {
      frame.title = stage.getAttribute("aria-label");
      frame.tabIndex = -1;
    }
    let pending = 0;
    new ResizeObserver(() => {
      cancelAnimationFrame(pending);
      pending = requestAnimationFrame(() => {
        if (document.fullscreenElement) return;
        player.$set(sizeFor(meta));
        player.triggerResize();
      });
    }).observe(stage);
    steer(player);
    stage.dataset.ready = "true";
  };

  start().catch(() => say(stage.dataset.failed));
}
