/** Numbers in the order of use: the builder's own hash the folder's path, and differ everywhere. */
module.exports = { optimization: { moduleIds: "natural", chunkIds: "natural" } };
