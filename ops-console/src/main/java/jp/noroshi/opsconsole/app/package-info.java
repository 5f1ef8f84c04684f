/**
 * The hub: its settings, its start and stop, and the wiring of the modules by plain constructors.
 */
package jp.noroshi.opsconsole.app;
