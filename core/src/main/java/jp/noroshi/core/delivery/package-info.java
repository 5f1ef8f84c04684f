/** The way out: the durable outbox, the workers, the ledger of what every medium answered. */
package jp.noroshi.core.delivery;
