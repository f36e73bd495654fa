import assert from "node:assert/strict";
import test from "node:test";
import { cohort, person } from "../../../test/cohort.ts";

test("a program begins with a template, and the charter's versions are kept and compared", async () => {
	await using world = await cohort();
	const ruth = await world.as(world.ruth);
	assert.match((await ruth.get("/programs/new")).text, /Reverse mentoring/);
	const form = await ruth.get("/programs/new?template=reverse-mentoring");
	assert.match(form.html, /name="purpose"/);
	const charter = {
		name: "Other eyes",
		purpose: "To see what we miss.",
		enterpriseGoals: "Listen\nLearn",
		businessChallenges: "We age",
		formats: ["reverse", "one-to-one"],
		cadence: "month",
		sessionMinutes: "45",
		lengthMonths: "9",
		schedulingNorms: "In working hours",
		evaluationMonths: "1, 9",
		pulseWeeks: "8",
	};
	const bad = await ruth.send("/programs", {
		...charter,
		template: "reverse-mentoring",
		purpose: "",
		evaluationMonths: "1, 40",
		pulseWeeks: "3",
	});
	assert.equal(bad.status, 422);
	assert.match(bad.text, /Write at least one line/);
	assert.match(bad.text, /after the end of the program/);
	assert.match(bad.text, /Enter between 4 and 13 weeks/);
	assert.match(bad.html, /value="Other eyes"/);
	const home = await ruth.post("/programs", {
		...charter,
		template: "reverse-mentoring",
	});
	assert.match(home.text, /Other eyes has begun/);
	const id = await programNamed(world, "Other eyes");
	const changed = { ...charter, purpose: "To see what we missed.", from: "1" };
	const page = await ruth.post(`/programs/${id}/charter`, changed);
	assert.match(page.text, /once in 8 weeks, read by nobody else/);
	assert.match(page.text, /Version 2 is the current one/);
	assert.match(page.html, /<del>To see what we miss\.<\/del>/);
	assert.match(page.html, /<ins>To see what we missed\.<\/ins>/);
	const same = await ruth.send(`/programs/${id}/charter`, {
		...changed,
		from: "2",
	});
	assert.equal(same.status, 422);
	const late = await ruth.send(`/programs/${id}/charter`, changed);
	assert.equal(late.status, 409);
});

test("rules are tried in the address, previewed with reasons, and adopted as versions", async () => {
	await using world = await cohort();
	const ruth = await world.as(world.ruth);
	const page = `/programs/${world.program}/eligibility`;
	const first = await ruth.get(`${page}?side=mentee`);
	assert.match(first.text, /A suggestion of the template/);
	const rule = new URLSearchParams({
		side: "mentee",
		joint: "all",
		"fact-0": "grade",
		"operator-0": "at-most",
		"value-0": "Manager",
		do: "add",
		add: "tenure years",
	});
	const longer = await ruth.get(`${page}?${rule}`);
	assert.match(longer.text, /Condition 2: Years in the organisation/);
	assert.match(longer.text, /One condition is not complete/);
	assert.match(longer.html, /value="Manager"/);
	rule.set("do", "remove-0");
	assert.doesNotMatch((await ruth.get(`${page}?${rule}`)).text, /Condition 1/);
	rule.set("do", "preview");
	const preview = await ruth.get(`${page}?${rule}`);
	assert.match(preview.text, /2 of 7 people in the organisation/);
	assert.match(
		preview.text,
		/Ingrid Solberg .*needed: Grade is at most Manager/,
	);
	const adopted = await ruth.post(page, {
		side: "mentee",
		rule: JSON.stringify({
			all: [{ fact: "grade", is: "at-most", value: "Manager" }],
		}),
		from: "0",
	});
	assert.match(adopted.text, /Version 1 of the rules is in force/);
	const again = await ruth.send(page, {
		side: "mentee",
		rule: '{"all":[]}',
		from: "0",
	});
	assert.equal(again.status, 409);
	const nonsense = await ruth.send(page, {
		side: "mentee",
		rule: '{"fact":"salary","is":"is","value":"1"}',
		from: "1",
	});
	assert.equal(nonsense.status, 409);
});

test("an own field of the organisation can be a condition, a sensitive one cannot", async () => {
	await using world = await cohort();
	await world.arrange(async (tx) => {
		await tx
			.insertInto("custom_field")
			.values([
				{ key: "band", label: "Pay band", kind: "text" },
				{ key: "faith", label: "Faith", kind: "text", is_sensitive: true },
			])
			.execute();
		await tx
			.updateTable("employment")
			.set({ custom: JSON.stringify({ band: "E2" }) })
			.where("person_id", "=", world.jola)
			.execute();
	});
	const ruth = await world.as(world.ruth);
	const seen = await ruth.get(
		`/programs/${world.program}/eligibility?side=mentor&joint=all&fact-0=band&operator-0=is&value-0=E2`,
	);
	assert.match(seen.text, /1 of 7 people/);
	assert.match(seen.text, /Condition 1: Pay band/);
	assert.doesNotMatch(seen.text, /Faith/);
});

test("only program managers of all programs begin new ones", async () => {
	await using world = await cohort();
	const wei = await world.as(world.wei);
	assert.equal((await wei.get("/programs/new")).status, 404);
	await world.acting({ kind: "process", process: "set-up" }, (tx) =>
		tx
			.insertInto("office")
			.values({
				person_id: world.wei,
				office: "program-manager",
				program_id: world.program,
			})
			.execute(),
	);
	assert.doesNotMatch((await wei.get("/programs")).text, /Begin a program/);
	assert.match((await wei.get("/programs")).text, /Spring cohort/);
	const rows = await world.acting(person(world.wei), (tx) =>
		tx.selectFrom("program").select("id").execute(),
	);
	assert.equal(rows.length, 1);
});

async function programNamed(
	world: Awaited<ReturnType<typeof cohort>>,
	name: string,
): Promise<string> {
	const { id } = await world.arrange((tx) =>
		tx
			.selectFrom("program")
			.select("id")
			.where("name", "=", name)
			.executeTakeFirstOrThrow(),
	);
	return id;
}
