import type { City } from "./places.ts";
import type { Unit } from "./house.ts";

export type FunctionName =
	| "General Management"
	| "Engineering"
	| "Operations"
	| "Commercial"
	| "Projects"
	| "Safety & Quality"
	| "Supply Chain"
	| "Technology"
	| "Finance"
	| "People"
	| "Legal & Compliance"
	| "Strategy"
	| "Communications";

/** A discipline within a function, and what its practitioners are called. */
export type Trade = {
	readonly function: FunctionName;
	readonly discipline: string;
	readonly practitioner: string;
};

const trade = (
	name: FunctionName,
	discipline: string,
	practitioner: string,
): Trade => ({ function: name, discipline, practitioner });

/** What each function's people do in each unit, as often as the list says. */
export const tradesIn: Readonly<
	Record<Unit, readonly (readonly [readonly Trade[], number])[]>
> = {
	"Executive Office": [
		[[trade("Strategy", "Executive affairs", "Executive Affairs Adviser")], 1],
	],
	"Port Systems": [
		[
			[
				trade("Engineering", "Structural engineering", "Structural Engineer"),
				trade("Engineering", "Drives and hydraulics", "Drive Engineer"),
				trade("Engineering", "Crane design", "Crane Designer"),
			],
			34,
		],
		[
			[
				trade("Operations", "Manufacturing", "Production Engineer"),
				trade("Operations", "Field service", "Field Service Engineer"),
			],
			24,
		],
		[
			[
				trade("Commercial", "Key accounts", "Key Account Adviser"),
				trade("Commercial", "Tendering", "Tender Engineer"),
			],
			16,
		],
		[[trade("Projects", "Project delivery", "Project Engineer")], 14],
		[[trade("Safety & Quality", "Quality assurance", "Quality Engineer")], 6],
		[[trade("Supply Chain", "Steel and components", "Category Buyer")], 6],
	],
	"Freight Networks": [
		[
			[
				trade("Operations", "Ocean freight", "Ocean Freight Planner"),
				trade("Operations", "Air freight", "Air Freight Planner"),
				trade("Operations", "Customs", "Customs Adviser"),
				trade("Operations", "Contract logistics", "Logistics Planner"),
			],
			44,
		],
		[
			[
				trade("Commercial", "Key accounts", "Key Account Adviser"),
				trade("Commercial", "Pricing", "Pricing Analyst"),
				trade("Commercial", "Trade lanes", "Trade Lane Developer"),
			],
			30,
		],
		[[trade("Supply Chain", "Carrier procurement", "Carrier Buyer")], 12],
		[[trade("Technology", "Freight systems", "Systems Analyst")], 8],
		[[trade("Safety & Quality", "Cargo safety", "Cargo Safety Adviser")], 6],
	],
	"Rail & Terminals": [
		[
			[
				trade("Operations", "Terminal operations", "Terminal Planner"),
				trade("Operations", "Rail operations", "Rail Planner"),
				trade("Operations", "Maintenance", "Maintenance Engineer"),
			],
			48,
		],
		[
			[
				trade("Engineering", "Track and civil works", "Civil Engineer"),
				trade("Engineering", "Electrification", "Electrical Engineer"),
			],
			18,
		],
		[[trade("Commercial", "Concessions", "Concession Adviser")], 12],
		[[trade("Projects", "Terminal construction", "Project Engineer")], 12],
		[[trade("Safety & Quality", "Operational safety", "Safety Adviser")], 10],
	],
	"Offshore & Energy": [
		[
			[
				trade("Engineering", "Marine engineering", "Marine Engineer"),
				trade("Engineering", "Foundations", "Geotechnical Engineer"),
			],
			36,
		],
		[[trade("Projects", "Offshore installation", "Installation Engineer")], 26],
		[[trade("Operations", "Vessel operations", "Vessel Coordinator")], 16],
		[[trade("Commercial", "Energy clients", "Key Account Adviser")], 12],
		[[trade("Safety & Quality", "Marine safety", "Marine Safety Adviser")], 10],
	],
	"Digital & Controls": [
		[
			[
				trade("Technology", "Control systems", "Control Systems Engineer"),
				trade("Technology", "Automation software", "Software Engineer"),
				trade("Technology", "Data and analytics", "Data Scientist"),
				trade("Technology", "Platform operations", "Platform Engineer"),
				trade("Technology", "Information security", "Security Engineer"),
			],
			80,
		],
		[[trade("Commercial", "Digital services", "Solution Adviser")], 12],
		[[trade("Projects", "Software delivery", "Delivery Lead")], 8],
	],
	"Group Finance": [
		[
			[
				trade("Finance", "Controlling", "Controller"),
				trade("Finance", "Treasury", "Treasury Analyst"),
				trade("Finance", "Accounting", "Accountant"),
				trade("Finance", "Tax", "Tax Adviser"),
				trade("Finance", "Project finance", "Project Finance Analyst"),
			],
			90,
		],
		[[trade("Supply Chain", "Group procurement", "Category Buyer")], 10],
	],
	"Group People": [
		[
			[
				trade("People", "Leadership development", "Development Adviser"),
				trade("People", "Talent and succession", "Talent Adviser"),
				trade("People", "Reward", "Reward Analyst"),
				trade("People", "People partnering", "People Partner"),
				trade("People", "People analytics", "People Analyst"),
			],
			88,
		],
		[[trade("Communications", "Internal communication", "Editor")], 12],
	],
	"Group Strategy & Legal": [
		[
			[
				trade("Legal & Compliance", "Contract law", "Legal Counsel"),
				trade("Legal & Compliance", "Compliance", "Compliance Adviser"),
				trade("Legal & Compliance", "Trade control", "Trade Control Adviser"),
			],
			48,
		],
		[
			[
				trade("Strategy", "Corporate development", "Strategy Analyst"),
				trade("Strategy", "Sustainability", "Sustainability Adviser"),
			],
			34,
		],
		[[trade("Communications", "Public affairs", "Public Affairs Adviser")], 18],
	],
};

/** Cities where a unit has more of its people than the company as a whole. */
export const homesOf: Readonly<Record<Unit, readonly City[]>> = {
	"Executive Office": ["Hamburg"],
	"Port Systems": ["Hamburg", "Gdańsk", "Shanghai"],
	"Freight Networks": ["Rotterdam", "Singapore", "São Paulo", "Nairobi"],
	"Rail & Terminals": ["Gdańsk", "Lagos", "São Paulo", "Porto"],
	"Offshore & Energy": ["Houston", "Rotterdam", "Porto", "Lagos"],
	"Digital & Controls": ["Pune", "Shanghai", "Hamburg", "Montréal"],
	"Group Finance": ["Hamburg", "Rotterdam"],
	"Group People": ["Hamburg", "Rotterdam"],
	"Group Strategy & Legal": ["Hamburg", "Rotterdam"],
};

/**
 * The title on the door. Without reports a grade shows in the practitioner's
 * name ("Lead Structural Engineer"); with reports in what is led.
 */
export function titleFor(
	{ function: name, discipline, practitioner }: Trade,
	grade: string,
	leadsPeople: boolean,
	scope: string,
): string {
	const field = asTitle(discipline);
	switch (grade) {
		case "Specialist":
			return practitioner;
		case "Senior Specialist":
			return leadsPeople ? `Team Lead, ${field}` : `Senior ${practitioner}`;
		case "Manager":
			return leadsPeople ? `Manager, ${field}` : ahead("Lead", practitioner);
		case "Senior Manager":
			return leadsPeople
				? `Senior Manager, ${field}`
				: ahead("Principal", practitioner);
		case "Director":
			return leadsPeople ? `Director, ${field}` : `Chief Expert, ${field}`;
		case "Senior Director":
			return `Senior Director, ${leadsPeople ? name : field}`;
		default:
			return `Vice President, ${name}${scope}`;
	}
}

function ahead(rank: string, practitioner: string): string {
	return practitioner.endsWith(" Lead")
		? `${rank === "Lead" ? "Senior" : rank} ${practitioner}`
		: `${rank} ${practitioner}`;
}

/** "Track and civil works" as "Track and Civil Works". */
function asTitle(words: string): string {
	return words
		.split(" ")
		.map((word) =>
			word === "and" ? word : word.slice(0, 1).toUpperCase() + word.slice(1),
		)
		.join(" ");
}
