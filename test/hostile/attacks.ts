import { keyringAttacks } from "./keyring-attacks.ts";
import { grantAttacks, memberAttacks } from "./member-attacks.ts";
import { type Attack, type Scene, signsOf } from "./scene.ts";
import { aloneAttacks, textAttacks } from "./text-attacks.ts";

/** Every attack of a hostile server on those who write notes, by what it attacks. */
export function attacksOn(
	scene: Scene,
): Readonly<Record<string, Readonly<Record<string, Attack>>>> {
	return {
		"one's own keys and the ways in": keyringAttacks(scene),
		"the members and their keys": memberAttacks(scene),
		"grants and epochs": grantAttacks(scene),
		"shared notes": textAttacks(scene),
		"notes for oneself": aloneAttacks(),
	};
}

/** Which of these attacks leave no sign for whoever reads. */
export async function unnoticed(
	scene: Scene,
	attacks: Readonly<Record<string, Attack>>,
): Promise<readonly string[]> {
	const missed: string[] = [];
	for (const [name, attack] of Object.entries(attacks))
		if ((await signsOf(scene, attack)).length === 0) missed.push(name);
	return missed;
}
