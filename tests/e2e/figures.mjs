// What the demo prints: what was masked, and what was delivered. In: the host's /api/stats. Out: text.

/** Columns of text, the numbers to the right. */
function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) => row.map((cell, i) => (i === head.length - 1 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('   ');
  return [line(all[0]), widths.map((width) => '─'.repeat(width)).join('───'), ...all.slice(1).map(line)].map((text) => `  ${text.trimEnd()}`).join('\n');
}

function rows(counts) {
  return Object.entries(counts).flatMap(([channel, reasons]) => Object.entries(reasons).map(([reason, count]) => [channel, reason, count]));
}

/** What was taken out of the recording, by channel and reason. */
export function maskedTable({ masked, dropped }) {
  const all = [...rows(masked).map((row) => ['masked', ...row]), ...rows(dropped).map((row) => ['dropped', ...row])];
  return table(['', 'channel', 'reason', 'items'], all);
}

/** Where the events went. What was accepted is the sum of the rest. */
export function deliveryTable({ delivery }) {
  const { accepted, delivered, pending, dropped } = delivery;
  return table(['events', ''], [['accepted', accepted], ['delivered', delivered], ['pending', pending], ...Object.entries(dropped).map(([reason, count]) => [`dropped: ${reason}`, count])]);
}

/** Whether every accepted event has arrived. */
export function isDelivered({ delivery: { accepted, delivered, pending } }) {
  return accepted > 0 && pending === 0 && accepted === delivered;
}
