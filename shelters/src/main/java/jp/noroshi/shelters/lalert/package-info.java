/**
 * Lアラート（公共情報コモンズ）: what newsrooms are told of the shelters, behind a port. The specification of its
 * messages is given to users alone, so an adapter for the real thing comes from whoever holds a
 * contract; the drill has a stand-in.
 */
package jp.noroshi.shelters.lalert;
