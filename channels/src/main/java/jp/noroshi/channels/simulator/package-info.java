/**
 * Stand-ins for every provider, over real HTTP, obeying the documented limits and errors and taking
 * fault orders. Drills, tests and benchmarks use the same ones.
 */
package jp.noroshi.channels.simulator;
