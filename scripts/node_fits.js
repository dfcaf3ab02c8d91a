// Usage: node scripts/node_fits.js
//
// Ends with 0 where this Node is what static/package.json asks for: ^20.19 or >=22.12. Written so
// that a Node of any age can read it.
var version = process.versions.node.split('.');
var major = Number(version[0]);
var minor = Number(version[1]);
var fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
process.exit(fits ? 0 : 1);
