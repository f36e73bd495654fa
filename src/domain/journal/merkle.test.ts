import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { append, emptyTree, leafHash, peakCount, rootOf } from "./merkle.ts";
import {
	consistencyProof,
	equal,
	inclusionProof,
	isConsistent,
	isIncluded,
} from "./proof.ts";

// The reference leaves of RFC 6962 and of the transparency-dev/merkle tests, and the root of the first n of them.
const data = [
	"",
	"00",
	"10",
	"2021",
	"3031",
	"40414243",
	"5051525354555657",
	"606162636465666768696a6b6c6d6e6f",
];
const roots = [
	"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
	"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
	"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
	"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
	"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
	"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
	"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
	"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
	"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaves = data.map((hex) => leafHash(hexToBytes(hex)));

test("the roots over the reference leaves are the published ones", () => {
	const found = roots.map((_, size) =>
		bytesToHex(rootOf(append(emptyTree, leaves.slice(0, size)))),
	);
	assert.deepEqual(found, roots);
});

test("appending in any portions gives the same tree", () => {
	fc.assert(
		fc.property(many(), fc.array(fc.nat(7), { maxLength: 40 }), (all, cuts) => {
			let tree = emptyTree;
			let at = 0;
			for (const cut of cuts) {
				tree = append(tree, all.slice(at, at + cut));
				at += cut;
			}
			tree = append(tree, all.slice(at));
			assert.deepEqual(tree, append(emptyTree, all));
			assert.equal(tree.peaks.length, peakCount(all.length));
		}),
	);
});

test("every leaf has a proof that it is there, and no other leaf and no other place does", () => {
	fc.assert(
		fc.property(many(), fc.nat(), fc.nat(), (all, one, other) => {
			const position = one % all.length;
			const root = rootOf(append(emptyTree, all));
			const proof = inclusionProof(all, position);
			const at = { position, size: all.length };
			const leaf = all[position] ?? leafHash(new Uint8Array());
			assert.ok(isIncluded(leaf, at, { proof, root }));
			const elsewhere = other % all.length;
			assert.equal(
				isIncluded(leaf, { ...at, position: elsewhere }, { proof, root }),
				elsewhere === position,
			);
			const stranger = leafHash(hexToBytes("ff"));
			assert.ok(!isIncluded(stranger, at, { proof, root }));
			assert.ok(!isIncluded(leaf, at, { proof: [...proof, stranger], root }));
		}),
	);
});

test("a tree that only grew is consistent with every earlier one; one whose past was changed with none that held it", () => {
	fc.assert(
		fc.property(many(), fc.nat(), fc.nat(), (all, one, other) => {
			const size = (one % all.length) + 1;
			const headOf = (list: readonly Uint8Array[]) => ({
				size: list.length,
				root: rootOf(append(emptyTree, list)),
			});
			const earlier = headOf(all.slice(0, size));
			const later = headOf(all);
			const proof = consistencyProof(all, size);
			assert.ok(isConsistent(earlier, later, proof));
			const changed = all.with(other % size, leafHash(hexToBytes("deadbeef")));
			assert.ok(
				!isConsistent(
					earlier,
					headOf(changed),
					consistencyProof(changed, size),
				),
			);
		}),
	);
});

test("hashes of different lengths are different", () => {
	assert.ok(!equal(hexToBytes("00"), hexToBytes("0000")));
});

// Leaves that all differ: two equal ones may of course prove each other.
function many() {
	return fc
		.integer({ min: 1, max: 70 })
		.map((count) =>
			Array.from({ length: count }, (_, index) =>
				leafHash(Uint8Array.of(index)),
			),
		);
}
