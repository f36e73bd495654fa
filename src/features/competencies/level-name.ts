import type { Level } from "../../domain/competencies/catalogue.ts";
import { t } from "../../ui/text.ts";

/** What a level is called where there is no room for its anchor. */
export function levelName(level: Level): string {
	switch (level) {
		case 1:
			return t("Understands");
		case 2:
			return t("Does it with support");
		case 3:
			return t("Does it alone");
		case 4:
			return t("Leads others in it");
		case 5:
			return t("Shapes the enterprise");
	}
}

/** "Level 3: Does it alone" */
export function levelLabel(level: Level): string {
	return t("Level {level}: {name}", { level, name: levelName(level) });
}
