/**
 * Has Node itself load a large package, once a worker, where jest would load its hundreds of files anew for every test file.
 * Only for packages that take and give plain values: what Node loads has other built-in classes than what jest does, and
 * `instanceof` tells them apart.
 */
module.exports = {
  process: (_source, filename) => {
    const file = JSON.stringify(filename);
    return {
      code: `module.exports = require('node:vm')
        .runInThisContext('process').getBuiltinModule('node:module').createRequire(${file})(${file});`,
    };
  },
};
