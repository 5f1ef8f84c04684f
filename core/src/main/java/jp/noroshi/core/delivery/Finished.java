package jp.noroshi.core.delivery;

/**
 * An attempt that has ended and is to be recorded.
 *
 * @param lease the batch
 * @param account what became of it
 * @param recorded called after the commit
 */
record Finished(Lease lease, Account account, Runnable recorded) {}
