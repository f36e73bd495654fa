// A queue that gives out the nearest first, for searches that put somebody in again whenever a shorter way is found and pass over the longer ones
// as they come out: nothing needs to be found in the queue, so keys and people stand beside each other and four children share a line of the
// cache. O(log n) a call.

export type NearestFirst = {
	key: Float64Array;
	who: Int32Array;
	size: number;
};

export function createNearestFirst(): NearestFirst {
	return { key: new Float64Array(256), who: new Int32Array(256), size: 0 };
}

export function putIn(queue: NearestFirst, far: number, x: number): void {
	if (queue.size === queue.who.length) grow(queue);
	const { key, who } = queue;
	let i = queue.size++;
	while (i > 0) {
		const above = (i - 1) >> 2;
		const other = key[above];
		if (other <= far) break;
		key[i] = other;
		who[i] = who[above];
		i = above;
	}
	key[i] = far;
	who[i] = x;
}

/** Drops the nearest, who stood at the front; the queue must not be empty. */
export function dropNearest(queue: NearestFirst): void {
	const { key, who } = queue;
	const size = --queue.size;
	const far = key[size];
	let i = 0;
	for (;;) {
		let child = 4 * i + 1;
		if (child >= size) break;
		let least = key[child];
		const to = child + 4 < size ? child + 4 : size;
		for (let c = child + 1; c < to; c++)
			if (key[c] < least) {
				least = key[c];
				child = c;
			}
		if (least >= far) break;
		key[i] = least;
		who[i] = who[child];
		i = child;
	}
	key[i] = far;
	who[i] = who[size];
}

function grow(queue: NearestFirst): void {
	const key = new Float64Array(2 * queue.key.length);
	const who = new Int32Array(2 * queue.who.length);
	key.set(queue.key);
	who.set(queue.who);
	queue.key = key;
	queue.who = who;
}
