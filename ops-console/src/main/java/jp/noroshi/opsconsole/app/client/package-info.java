/** A client of a running hub, for the command line and the drill's scenario. */
package jp.noroshi.opsconsole.app.client;
