import type { StatusKind } from "../../../ui/status.tsx";

export type Mentor = {
	readonly name: string;
	readonly title: string;
	readonly function: string;
	readonly state: string;
	readonly kind: StatusKind;
	readonly met: number;
	readonly hours: number;
	readonly since: string;
};

export const mentors: readonly Mentor[] = [
	{
		name: "Ingrid Sørlie-Lindqvist",
		title: "Chief Operating Officer",
		function: "Operations",
		state: "Meeting Wei",
		kind: "active",
		met: 7,
		hours: 2,
		since: "2026-01-14",
	},
	{
		name: "Tomás Etxeberria",
		title: "Managing Director, Iberia",
		function: "Operations",
		state: "Waiting for Jola",
		kind: "waiting",
		met: 0,
		hours: 3.5,
		since: "2026-02-02",
	},
	{
		name: "Amara Okafor",
		title: "Chief Executive",
		function: "Operations",
		state: "Both said yes",
		kind: "done",
		met: 12,
		hours: 1,
		since: "2025-11-27",
	},
	{
		name: "Friederike von Hohenstein-Grabowski",
		title: "Leiterin Unternehmensentwicklung und Beteiligungsmanagement",
		function: "Finance",
		state: "No session for nine weeks",
		kind: "attention",
		met: 4,
		hours: 10.5,
		since: "2025-12-03",
	},
	{
		name: "Kwabena Asante-Darko",
		title: "General Counsel",
		function: "Legal",
		state: "Paused until September",
		kind: "quiet",
		met: 2,
		hours: 0.5,
		since: "2026-03-09",
	},
	{
		name: "Nguyễn Thị Minh Khai",
		title: "Chief Financial Officer",
		function: "Finance",
		state: "Ended early",
		kind: "loss",
		met: 3,
		hours: 2,
		since: "2025-10-20",
	},
];
