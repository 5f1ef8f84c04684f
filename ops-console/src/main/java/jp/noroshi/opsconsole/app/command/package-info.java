/** The command line. */
package jp.noroshi.opsconsole.app.command;
