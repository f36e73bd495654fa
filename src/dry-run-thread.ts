// Wires a dry run on a thread of its own: every job that Baton has, a post office that throws mails away, a time that is made up.
import { parentPort, workerData } from "node:worker_threads";
import { allJobs } from "./app.ts";
import type { DryRunTask } from "./features/dry-run/jobs.ts";
import { simulate } from "./features/dry-run/simulate.ts";
import { logTo } from "./platform/log/log.ts";
import { loadLocales } from "./platform/locale/locale.ts";

loadLocales();
// Made-up people would fill the log with what never happened.
logTo(() => {});
const { plan, logins }: DryRunTask = workerData;
const origin = "https://dry-run.invalid";
let told = 0;
const findings = await simulate({
	plan,
	simulated: logins,
	origin,
	jobs: allJobs({
		origin,
		postOffice: {
			smtpUrl: "",
			from: "Baton <baton@dry-run.invalid>",
			instead: () => {},
		},
	}),
	progress(share) {
		const percent = Math.floor(share * 100);
		if (percent === told) return;
		told = percent;
		parentPort?.postMessage({ kind: "step", step: percent });
	},
});
parentPort?.postMessage({ kind: "output", output: findings });
