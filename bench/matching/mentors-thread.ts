// A thread that reads the mentors of a made-up cohort, while another reads the mentees.
import { parentPort, workerData } from "node:worker_threads";
import type { CohortSize } from "./people.ts";
import { realisticCohort } from "./people.ts";
import { readSide } from "./reading.ts";

const size: CohortSize = workerData;
parentPort?.postMessage(readSide(realisticCohort(size), "mentor"));
