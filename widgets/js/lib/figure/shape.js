/**
 * The drawn person: rows of ellipsoids in the axes of each segment, in metres. Z grows outward,
 * so that one table serves both sides.
 *
 * @typedef {import("./body.js").Vector} Vector
 * @typedef {[segment: string, at: Vector, r: number | Vector]} Node
 * @typedef {{ cloth: string, rows: Node[][], extra?: number }} Layer `extra`: thickness of the cloth
 * @typedef {{ name: string, layers: Layer[] }} Part
 */

/** @type {Node[]} */
export const THIGH = [
  ["thigh", [-0.006, -0.005, 0.008], 0.087],
  ["thigh", [0.006, -0.1, 0.006], 0.083],
  ["thigh", [0.009, -0.2, 0.003], 0.073],
  ["thigh", [0.004, -0.31, 0], 0.058],
  ["thigh", [0.003, -0.405, 0], 0.051],
  ["shank", [0.004, 0, 0], 0.0495],
];
/** @type {Node[]} */
export const SHANK = [
  ["shank", [0.004, 0, 0], 0.0495],
  ["shank", [-0.008, -0.06, 0], 0.049],
  ["shank", [-0.016, -0.13, 0], 0.0515],
  ["shank", [-0.011, -0.21, 0], 0.043],
  ["shank", [-0.003, -0.31, 0], 0.0325],
  ["foot", [-0.004, 0.005, 0], 0.0305],
];
/** @type {Node[]} */
export const FOOT = [
  ["foot", [-0.004, 0.005, 0], 0.0335],
  ["foot", [-0.02, -0.031, 0], [0.052, 0.044, 0.035]],
  ["foot", [0.13, -0.05, 0], [0.032, 0.025, 0.045]],
];
/** @type {Node[]} */
export const TOES = [
  FOOT[2],
  ["toes", [0.045, 0, -0.002], [0.026, 0.02, 0.038]],
];
/** @type {Node[]} */
export const ARM = [
  ["arm", [0, -0.004, -0.004], 0.054],
  ["arm", [0, -0.07, 0.003], 0.05],
  ["arm", [0.003, -0.16, 0], 0.043],
  ["arm", [0, -0.27, 0], 0.035],
  ["forearm", [0, 0, 0], 0.0345],
];
/** @type {Node[]} */
export const FOREARM = [
  ["forearm", [0, 0, 0], 0.0345],
  ["forearm", [0.004, -0.07, 0], 0.0385],
  ["forearm", [0.002, -0.16, 0], 0.03],
  ["hand", [0, 0, 0], 0.0235],
];
/** The trunk from below; zones of muscles count along this row. @type {Node[]} */
export const TRUNK = [
  ["pelvis", [-0.012, -0.045, 0], [0.09, 0.075, 0.14]],
  ["pelvis", [-0.01, 0.03, 0], [0.1, 0.08, 0.152]],
  ["pelvis", [-0.008, 0.085, 0], [0.092, 0.06, 0.138]],
  ["abdomen", [0.004, 0.06, 0], [0.085, 0.075, 0.122]],
  ["thorax", [0.004, 0.02, 0], [0.098, 0.075, 0.137]],
  ["thorax", [0.008, 0.11, 0], [0.112, 0.085, 0.152]],
  ["thorax", [-0.002, 0.185, 0], [0.086, 0.05, 0.14]],
];
/** @type {(side: string) => Node} */
const hip = (side) => [`thigh_${side}`, [-0.006, -0.005, 0.008], 0.087];
/** @type {(side: string) => Node[]} */
const buttock = (side) => [[`pelvis`, [-0.058, -0.03, sign(side) * 0.07], [0.064, 0.082, 0.075]]];
/** @param {string} side */
const sign = (side) => (side === "r" ? 1 : -1);

/** @type {(side: string) => Node[][]} */
const yoke = (side) => [
  [
    ["thorax", [-0.014, 0.222, sign(side) * 0.035], [0.054, 0.042, 0.045]],
    [`arm_${side}`, [0, 0.004, -0.012], 0.052],
  ],
  [
    ["thorax", [0.006, 0.125, sign(side) * 0.075], [0.1, 0.09, 0.07]],
    [`arm_${side}`, [0, -0.004, -0.008], 0.052],
  ],
];

/** Names a row's segments for one side. @param {Node[]} row @param {string} side @returns {Node[]} */
export const sided = (row, side) =>
  row.map(([segment, [x, y, z], r]) => (MIDDLE.includes(segment) ? [segment, [x, y, sign(side) * z], r] : [`${segment}_${side}`, [x, y, z], r]));
const MIDDLE = ["pelvis", "abdomen", "thorax", "head"];

/** @type {Node[]} */
const FIST = [
  ["hand", [0, 0, 0], 0.0235],
  ["hand", [0.002, -0.055, -0.006], [0.038, 0.036, 0.026]],
  ["hand", [0, -0.085, -0.016], [0.036, 0.024, 0.026]],
];
/** @type {Node[]} */
const PALM = [
  ["hand", [0, 0, 0], 0.0235],
  ["hand", [0.002, -0.072, 0], [0.039, 0.046, 0.017]],
  ["hand", [-0.004, -0.158, -0.004], [0.024, 0.022, 0.01]],
];
/** @type {Node[]} */
const THUMB = [
  ["hand", [0.024, -0.03, -0.004], 0.014],
  ["hand", [0.048, -0.085, -0.012], 0.0105],
];
/** @type {Node[][]} the toes of a bare foot, from the inside */
const SMALL_TOES = [-0.006, 0.011, 0.027, 0.041].map((z, index) => [
  ["foot", [0.122 - index * 0.01, -0.056, z - 0.002], 0.0135],
  ["toes", [0.034 - index * 0.012, 0.001, z], 0.0095],
  ["toes", [0.056 - index * 0.0135, -0.007, z + 0.001], 0.0102],
]);
/** @type {Node[]} */
const BIG_TOE = [
  ["foot", [0.124, -0.055, -0.029], 0.0195],
  ["hallux", [0.028, -0.003, -0.001], 0.0148],
  ["hallux", [0.056, -0.005, 0.001], 0.0158],
];
/** @type {Node[]} */
const NAILS = [["hallux", [0.062, 0.008, 0.001], [0.0085, 0.0035, 0.0105]]];
/** @type {Node[]} a bare foot is slimmer than a shoe, and its inner arch does not touch the floor */
const BARE = [
  ["foot", [-0.004, 0.005, 0], 0.031],
  ["foot", [-0.03, -0.042, 0], [0.034, 0.033, 0.03]],
  ["foot", [0.035, -0.018, 0.004], [0.04, 0.031, 0.031]],
  ["foot", [0.09, -0.038, 0], [0.03, 0.021, 0.038]],
  ["foot", [0.124, -0.054, 0.003], [0.026, 0.0205, 0.042]],
];

/** @param {string} side @param {{ bare?: boolean, fists?: string }} how @returns {Part[]} */
function limbs(side, { bare = false, fists = "" }) {
  const hand = fists.includes(side) ? [FIST, THUMB] : [PALM, THUMB];
  /** @param {string} name @param {...Layer} layers @returns {Part} */
  const part = (name, ...layers) => ({ name: `${name}_${side}`, layers });
  /** @param {string} cloth @param {Node[][]} rows @param {number} [extra] @returns {Layer} */
  const layer = (cloth, rows, extra = 0) => ({ cloth, rows: rows.map((row) => sided(row, side)), extra });
  return [
    part("thigh", layer("skin", [THIGH.slice(2)]), layer("shorts", [THIGH.slice(0, 3)], 0.007)),
    part("shank", layer("skin", [SHANK])),
    bare ? part("foot", layer("skin", [BARE]), ...[...SMALL_TOES].reverse().map((toe) => layer("skin", [toe])), layer("skin", [BIG_TOE]), layer("nail", [NAILS])) : part("foot", layer("shoe", [FOOT, TOES])),
    part("arm", layer("skin", [ARM.slice(2)]), layer("shirt", [ARM.slice(0, 3)], 0.006)),
    part("forearm", layer("skin", [FOREARM])),
    part("hand", layer("skin", hand)),
  ];
}

/** All parts of the body. @param {{ bare?: boolean, fists?: string }} how @returns {Part[]} */
export function parts(how) {
  return [
    {
      name: "trunk",
      layers: [
        { cloth: "shorts", rows: [TRUNK.slice(0, 3), buttock("r"), buttock("l"), [hip("r"), TRUNK[1]], [hip("l"), TRUNK[1]]] },
        { cloth: "shirt", rows: [TRUNK.slice(2), ...yoke("r"), ...yoke("l")], extra: 0.004 },
      ],
    },
    {
      name: "head",
      layers: [
        {
          cloth: "skin",
          rows: [
            [
              ["thorax", [-0.012, 0.235, 0], 0.053],
              ["head", [0, 0.075, 0], 0.049],
            ],
            [
              ["head", [0.03, 0.115, 0], [0.06, 0.045, 0.052]],
              ["head", [0.012, 0.185, 0], [0.092, 0.108, 0.074]],
            ],
            [
              ["head", [0.092, 0.165, 0], 0.012],
              ["head", [0.1, 0.148, 0], 0.0125],
            ],
          ],
        },
      ],
    },
    ...limbs("r", how),
    ...limbs("l", how),
  ];
}

/** Rows on which zones of muscles lie. @type {Record<string, Node[]>} */
export const ROWS = { thigh: THIGH, shank: SHANK, foot: FOOT, arm: ARM, forearm: FOREARM, trunk: TRUNK };
/**
 * Where two parts meet without a seam: the joint, and a row that runs through it.
 * @type {{ of: [string, string], joint: Node, through: Node[], cloth: string, extra?: number }[]}
 */
export const JOINTS = [
  { of: ["thigh", "shank"], joint: SHANK[0], through: [...THIGH.slice(4), ...SHANK.slice(1, 3)], cloth: "skin" },
  { of: ["arm", "forearm"], joint: FOREARM[0], through: [...ARM.slice(3), ...FOREARM.slice(1, 2)], cloth: "skin" },
  { of: ["forearm", "hand"], joint: FOREARM[3], through: [...FOREARM.slice(2), ["hand", [0, -0.035, 0], 0.02]], cloth: "skin" },
  { of: ["trunk", "thigh"], joint: THIGH[0], through: [["pelvis", [-0.01, 0.0, 0.05], 0.08], ...THIGH.slice(0, 2)], cloth: "shorts", extra: 0.006 },
  { of: ["trunk", "arm"], joint: ARM[0], through: [["thorax", [0, 0.175, 0.11], 0.052], ...ARM.slice(0, 2)], cloth: "shirt", extra: 0.005 },
];
/** The skull, and what grows on it. */
export const SKULL = { segment: "head", at: /** @type {Vector} */ ([0.004, 0.189, 0]), r: /** @type {Vector} */ ([0.1, 0.116, 0.081]) };
