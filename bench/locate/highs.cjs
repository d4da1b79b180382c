// Solves an LP file with HiGHS: node highs.cjs FILE SECONDS. Prints "status …" and "value …".
const fs = require("fs");
const path = require("path");
const load = require(path.resolve(".tools/highs/node_modules/highs"));
load().then((highs) => {
  const model = fs.readFileSync(process.argv[2], "utf8");
  const out = highs.solve(model, { time_limit: Number(process.argv[3]), mip_rel_gap: 0 });
  console.log("status " + out.Status);
  console.log("value " + out.ObjectiveValue);
});
