// Asks Valhalla for the table of the same positions as `go run ./bench/travel -only porto -positions FILE`
// in blocks that its default limits allow, and prints microseconds a cell and how its times compare.
//
//   node bench/travel/valhalla.mjs CONFIG POSITIONS [ROWS]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const { Actor, getConfig } = require("@valhallajs/valhallajs");

const [config, file, rows = "100"] = process.argv.slice(2);
const lines = readFileSync(file, "utf8").trim().split("\n").slice(1).map((l) => l.split(","));
const of = (kind) => lines.filter((l) => l[0] === kind).map((l) => ({ lat: +l[1], lon: +l[2] }));
const from = of("from").slice(0, +rows);
const to = of("to").slice(0, +rows);
const settings = JSON.parse(readFileSync(config, "utf8"));
settings.service_limits.auto.max_matrix_location_pairs = from.length * to.length;
const actor = new Actor(JSON.stringify(settings));
const begin = process.hrtime.bigint();
const cpu = process.cpuUsage();
const answer = JSON.parse(await actor.matrix(JSON.stringify({ sources: from, targets: to, costing: "auto", verbose: false })));
const took = Number(process.hrtime.bigint() - begin) / 1e3;
const spent = process.cpuUsage(cpu).user;
const times = (answer.sources_to_targets.durations ?? []).flat();
const known = times.filter((t) => t !== null);
console.log(`${from.length} × ${to.length}: ${(took / times.length).toFixed(1)} µs a cell, ${(spent / times.length).toFixed(1)} µs of processor time; ` +
  `${known.length} of ${times.length} reached, mean ${(known.reduce((a, b) => a + b, 0) / known.length).toFixed(0)} s`);
