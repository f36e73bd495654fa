import assert from "node:assert/strict";
import test from "node:test";
import { killDuringInvitations } from "./invitations.ts";
import { killDuringMeetings } from "./meetings.ts";

// The same with 200 and 50 kills: npm run assurance -- kills.

const limit = { timeout: 300_000 };

test(
	"killed while sessions are booked, moved, cancelled and mailed, Baton loses nothing it has said, and does nothing twice or by half",
	limit,
	async (t) => {
		const seed = Date.now() % 1_000_000;
		t.diagnostic(`seed ${seed}`);
		const result = await killDuringMeetings({
			kills: 3,
			pairs: 2,
			seed,
			life: 1000,
			pause: 60,
			forms: 60,
			isHurried: true,
		});
		t.diagnostic(JSON.stringify(result));
		assert.deepEqual(result.problems.slice(0, 5), []);
		assert.equal(result.kills, 3);
		assert.ok(result.booked > 0 && result.moved > 0 && result.mails > 0);
	},
);

test(
	"killed while many are invited, Baton invites each once, and no mail is lost or written anew",
	limit,
	async (t) => {
		const seed = Date.now() % 1_000_000;
		t.diagnostic(`seed ${seed}`);
		const result = await killDuringInvitations({
			people: 60,
			kills: 3,
			cuts: 1,
			seed,
			isHurried: true,
		});
		t.diagnostic(JSON.stringify(result));
		assert.deepEqual(result.problems.slice(0, 5), []);
		assert.equal(result.kills, 3);
		assert.ok(result.people > 60);
	},
);
