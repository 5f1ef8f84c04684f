/** The hub's HTTP side: the contract, who may call what, and the operations themselves. */
package jp.noroshi.opsconsole.api;
