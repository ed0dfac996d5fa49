/** Made by `make words`. */
export default {
 "de": {
  "lang": "de",
  "words": {}
 }
};
