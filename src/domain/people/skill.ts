import { fold, splitList, tidyLine } from "./tidy.ts";

/** A competency someone offers or seeks, by its key, at a level of one to five. */
export interface Skill {
	readonly competency: string;
	readonly level: number;
}

export interface NamedCompetency {
	readonly key: string;
	readonly name: string;
}

/** Where a file gives no level. */
export const DEFAULT_LEVEL = 3;

export interface SkillsReading {
	readonly skills: readonly Skill[];
	readonly unknown: readonly string[];
	readonly badLevel: readonly string[];
}

/** Reads "Strategy:4; Finance (2); Leading change" against the catalogue, by name or key, whatever case and accents. */
export function readSkills(
	text: string,
	catalogue: ReadonlyMap<string, string>,
): SkillsReading {
	const skills = new Map<string, Skill>();
	const unknown: string[] = [];
	const badLevel: string[] = [];
	for (const item of skillItems(text, catalogue)) {
		const { name, level } = nameAndLevel(item, catalogue);
		const competency = catalogue.get(fold(name));
		if (competency === undefined) unknown.push(item);
		else if (level < 1 || level > 5) badLevel.push(item);
		else skills.set(competency, { competency, level });
	}
	return { skills: [...skills.values()], unknown, badLevel };
}

/** Folded names and keys of competencies → key. */
export function skillCatalogue(
	competencies: readonly NamedCompetency[],
): ReadonlyMap<string, string> {
	return new Map(
		competencies.flatMap(({ key, name }): [string, string][] => [
			[fold(key), key],
			[fold(name), key],
		]),
	);
}

/** Names of competencies may hold commas, so a cell that is one name is not split. */
function skillItems(
	text: string,
	catalogue: ReadonlyMap<string, string>,
): readonly string[] {
	const whole = nameAndLevel(text, catalogue);
	return catalogue.has(fold(whole.name)) ? [tidyLine(text)] : splitList(text);
}

function nameAndLevel(
	item: string,
	catalogue: ReadonlyMap<string, string>,
): { name: string; level: number } {
	if (catalogue.has(fold(item))) return { name: item, level: DEFAULT_LEVEL };
	const match =
		/^(.*?)[\s:=(\u2013-]{1,5}(?:level |l)?(\d{1,4})(?:\/5)?\)?$/is.exec(
			item.trim(),
		);
	return match === null
		? { name: item, level: DEFAULT_LEVEL }
		: { name: match[1] ?? "", level: Number(match[2]) };
}
