// No browser is downloaded by `npm install`: bin/setup.js finds or installs one.
module.exports = { skipDownload: true };
