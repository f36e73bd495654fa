/** "Amara Okafor" */
export function personName(person: {
	readonly first_name: string;
	readonly last_name: string;
}): string {
	return `${person.first_name} ${person.last_name}`.trim();
}
