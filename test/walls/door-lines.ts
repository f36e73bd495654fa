import { houseDoors } from "./house-doors.ts";
import { mentoringDoors } from "./mentoring-doors.ts";

/**
 * Whom the guard of each route lets through, written down apart from the routes: test/walls/doors.test.ts compares. "anyone", "everyone" (who is signed in),
 * a group of doors.ts, or actors of peopled-world.ts. Who is not named meets the answer for what is not there. A new route fails the test until it
 * has its line; the test prints it. Read it as somebody who must not get in, before you paste it here.
 */
export const doorLines: Readonly<Record<string, string>> = {
	...houseDoors,
	...mentoringDoors,
};
