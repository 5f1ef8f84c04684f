/** The drill of the sample municipality: its subscribers, its accounts, its first scenario. */
package jp.noroshi.opsconsole.app.drill;
