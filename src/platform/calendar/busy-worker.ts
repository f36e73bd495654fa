import { parentPort, workerData } from "node:worker_threads";
import { busyTimes } from "./busy-times.ts";

parentPort?.postMessage({ kind: "output", output: busyTimes(workerData) });
