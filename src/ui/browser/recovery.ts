// The pages of the recovery key: a custodian accepts, asks, hands over their part, reads.
import { fill } from "./sealed-pages/assurance.ts";
import {
	accept,
	ask,
	type Desk,
	help,
	openCustody,
	read,
} from "./sealed-pages/opening-desk.ts";
import { showOpened } from "./sealed-pages/opened-notes.ts";
import { findPlace, type Place, typedIn } from "./sealed-pages/place.ts";
import {
	findHolder,
	offerWaysIn,
	openQuietly,
} from "./sealed-pages/unlocking.ts";
import { Refused } from "./sealing/bytes.ts";
import { wordsOf } from "./sealing/comparison.ts";

const place = findPlace();
if (place !== undefined) void begin(place);

async function begin(place: Place): Promise<void> {
	place.state("opening");
	const holder = await findHolder(place);
	if (holder === undefined) return place.state("unsupported");
	if (holder.keyring.identity === undefined) return place.state("no-keys");
	const { memory } = holder;
	const open = async (own: Desk["own"]) => {
		try {
			await run(place, { place, own, memory, now: () => Date.now() });
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			place.state("refused");
			place.say(error.reason);
		}
	};
	offerWaysIn(place, holder, ({ own }) => open(own));
	const unlocked = await openQuietly(holder).catch(() => undefined);
	if (unlocked === undefined) place.state("locked");
	else await open(unlocked.own);
}

async function run(place: Place, desk: Desk): Promise<void> {
	place.onSubmit('[data-submits="asking"]', async (form) => {
		const reason = typedIn(form, "reason").trim();
		if (reason === "") return;
		const id = await ask(desk, reason);
		form.reset();
		location.assign(`/recovery/openings/${id}`);
	});
	place.on("hand-over", async () => {
		await help(desk);
		location.reload();
	});
	place.on("read-opened", async () => {
		const { members, texts } = await read(desk);
		await showOpened(place, members, texts);
	});
	if (place.root.querySelector("[data-custody]") !== null)
		await runCustody(place, desk);
	place.state("open");
}

async function runCustody(place: Place, desk: Desk): Promise<void> {
	const key = await openCustody(desk);
	await fill(place, "[data-recovery-words]", wordsOf(key));
	place.on("accept-custody", async () => {
		await accept(desk, key);
		location.reload();
	});
}
