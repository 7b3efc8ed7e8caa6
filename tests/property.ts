import fc from "fast-check";

/**
 * The suite asks the same random questions each time, so that what fails fails by the change that it came with. `SHIXIAN_SEED=n npm test`
 * asks others.
 */
fc.configureGlobal({ seed: Number(process.env["SHIXIAN_SEED"] ?? 20261122) });

export default fc;
