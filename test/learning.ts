import { pairedWorld } from "./pair.ts";

/** A pair, and the two starter curricula: `well` for mentors, `made` for mentees. */
export async function learningWorld() {
	const world = await pairedWorld();
	await world.manager.post("/learning/starters", { language: "en" });
	const { well, made } = await world.arrange(async (tx) => {
		const rows = await tx
			.selectFrom("curriculum")
			.select(["id", "title"])
			.execute();
		const idOf = (title: string) =>
			rows.find((row) => row.title === title)?.id ?? "";
		return {
			well: idOf("Mentoring well"),
			made: idOf("Making the most of a mentor"),
		};
	});
	const stepsOf = (curriculum: string) =>
		world.arrange((tx) =>
			tx
				.selectFrom("learning_step")
				.selectAll()
				.where("curriculum_id", "=", curriculum)
				.orderBy("position")
				.execute(),
		);
	return Object.assign(world, { well, made, stepsOf });
}

/** What the form of a step sends. */
export const lesson = {
	kind: "lesson",
	title: "Ask twice",
	body: "Ask **again**.",
	minutes: "3",
	video: "",
	question: "",
	competency: "",
	level: "",
};
