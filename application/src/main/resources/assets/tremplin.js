// What pages do by themselves: remember a theme, draw the funnel, and follow what happens.
'use strict';

(() => {
  const root = document.documentElement;

  // --- theme -------------------------------------------------------------------------------------------------------

  const themes = document.querySelector('.themes');
  themes.hidden = false;
  themes.addEventListener('change', event => {
    const theme = event.target.value;
    if (theme) {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
    const age = theme ? 60 * 60 * 24 * 365 : 0;
    document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=strict`;
    draw();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw());

  // --- the chooser of editions -------------------------------------------------------------------------------------

  const chooser = document.querySelector('.chooser');
  chooser?.querySelector('select').addEventListener('change', () => chooser.requestSubmit());

  // --- the funnel as bars, drawn from the table beside it -------------------------------------------------------------

  const colourOf = selector => getComputedStyle(document.querySelector(selector)).color;

  function draw() {
    const box = document.getElementById('funnel-chart');
    if (!box || !window.echarts) {
      return;
    }
    const rows = [...document.querySelectorAll('.funnel tbody tr')].reverse();
    const head = document.querySelector('.funnel thead');
    const chart = echarts.getInstanceByDom(box) ?? echarts.init(box, null, {renderer: 'canvas'});
    const bars = (data, colour) => ({
      type: 'bar',
      data: data,
      barWidth: '46%',
      barGap: '-100%',
      silent: true,
      itemStyle: {color: colour, borderRadius: 3},
    });
    chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 400,
      grid: {left: 0, right: 0, top: head.offsetHeight, bottom: 0},
      xAxis: {type: 'value', show: false, max: 'dataMax'},
      yAxis: {type: 'category', show: false, data: rows.map(row => row.cells[0].textContent)},
      series: [
        bars(rows.map(row => Number(row.dataset.ever)), colourOf('.swatch.ever')),
        bars(rows.map(row => Number(row.dataset.now)), colourOf('.swatch.now')),
      ],
    });
    chart.resize();
  }

  addEventListener('resize', () => draw());
  draw();

  // --- what is new ----------------------------------------------------------------------------------------------------

  const live = document.getElementById('live');
  if (!live) {
    return;
  }

  const SILENCE = 40_000; // the server says something every 15 seconds
  const PAUSE = 2_000;
  const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});

  let stream;
  let shown = Number(document.getElementById('freshness').dataset.position);
  let wanted = shown;
  let lostAt;
  let heard = Date.now();
  let renewing = false;
  let again;

  function say(state, text) {
    live.dataset.state = state;
    const line = live.querySelector('.say');
    if (line.textContent !== text) {
      line.textContent = text;
    }
  }

  function found() {
    heard = Date.now();
    lostAt = undefined;
    say('live', 'Live');
  }

  function lost(why) {
    lostAt ??= new Date();
    say('lost', `${why} since ${clock.format(lostAt)}; trying again`);
  }

  function listen() {
    clearTimeout(again);
    stream?.close();
    stream = new EventSource(`${live.dataset.stream}&after=${shown}`);
    heard = Date.now();
    const onNews = event => {
      found();
      wanted = Math.max(wanted, Number(event.lastEventId));
    };
    stream.addEventListener('ready', onNews);
    stream.addEventListener('alive', onNews);
    stream.addEventListener('changed', event => {
      onNews(event);
      renew();
    });
    stream.addEventListener('error', () => {
      // It comes back by itself unless the server said no.
      if (!navigator.onLine || stream.readyState === EventSource.CLOSED) {
        lost('Connection lost');
        retry();
      } else if (Date.now() - heard > PAUSE) {
        lost('Connection lost');
      }
    });
  }

  function retry() {
    stream.close();
    clearTimeout(again);
    again = setTimeout(listen, PAUSE);
  }

  function renew() {
    if (renewing) {
      return;
    }
    renewing = true;
    const upTo = wanted;
    htmx.ajax('GET', `${live.dataset.panels}&position=${upTo}`, {target: '#panels', swap: 'innerHTML'})
      .finally(() => {
        renewing = false;
        if (wanted > upTo && live.dataset.state === 'live') {
          renew();
        }
      });
  }

  document.addEventListener('htmx:afterSettle', () => {
    shown = Math.max(shown, Number(document.getElementById('freshness').dataset.position));
    draw();
  });
  const failed = () => lost('Could not be renewed');
  document.addEventListener('htmx:responseError', failed);
  document.addEventListener('htmx:sendError', failed);

  addEventListener('offline', () => {
    lost('Connection lost');
    stream.close();
  });
  addEventListener('online', listen);

  // A page that nobody looks at keeps no connection; it catches up when somebody does.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      clearTimeout(again);
      stream.close();
    } else {
      listen();
    }
  });
  addEventListener('pagehide', () => stream.close());

  setInterval(() => {
    if (!document.hidden && Date.now() - heard > SILENCE) {
      lost('Nothing heard');
      listen();
    }
  }, 5_000);

  listen();
})();
